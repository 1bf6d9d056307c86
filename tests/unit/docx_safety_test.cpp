// The DOCX press: what templates may not bring.
#include <zip.h>

#include "docx_fixture.hpp"

namespace nennep::test {
namespace {

TEST_F(Docx, RefusesWhatIsNoDocument) {
    const auto check_bytes = [](std::string_view bytes) {
        const auto refusals = render::check_docx_template(house(), bytes, "mau.docx");
        return refusals ? refusals.all().front().code : "";
    };
    EXPECT_EQ(check_bytes("xin chào"), "docx.not_a_zip");
    EXPECT_EQ(check_bytes("PK\3\4 và không gì nữa"), "docx.broken_zip");
    EXPECT_EQ(check_bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc"), "docx.old_format");
    EXPECT_EQ(check_bytes(std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") +
                          std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)),
              "docx.encrypted");
    EXPECT_EQ(check_bytes(std::string((20 << 20) + 1, 'P')), "docx.too_large");
    EXPECT_EQ(codes(check({{"a.txt", "x"}})), Codes{"docx.not_a_document"});
    EXPECT_EQ(
        codes(check({{"[Content_Types].xml", types()}, {"word/document.xml", "<x:document/>"}})),
        Codes{"docx.not_a_document"});
    auto whole = render::packed(template_of(paragraph("x")), 0);
    EXPECT_EQ(check_bytes(whole), "");
    for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
        EXPECT_FALSE(check_bytes(std::string_view(whole).substr(0, whole.size() - cut)).empty())
            << cut;
    }
    whole[60] = static_cast<char>(whole[60] ^ 0x55);
    EXPECT_FALSE(check_bytes(whole).empty()) << "the checksum of a part";
}

TEST_F(Docx, RefusesMacrosAndObjects) {
    auto parts = template_of(paragraph("x"));
    parts[0].bytes = types("application/vnd.ms-word.document.macroEnabled.main+xml");
    EXPECT_EQ(codes(check(parts)), Codes{"docx.macros"});
    parts = template_of(paragraph("x"));
    parts.push_back({"word/vbaProject.bin", "x"});
    EXPECT_EQ(codes(check(parts)), Codes{"docx.macros"});
    parts.back().name = "word/embeddings/oleObject1.bin";
    EXPECT_EQ(codes(check(parts)), Codes{"docx.embedded"});
    parts.back().name = "word/activeX/activeX1.bin";
    EXPECT_EQ(codes(check(parts)), Codes{"docx.embedded"});
    EXPECT_EQ(codes(R"(<w:altChunk/>)"), Codes{"docx.outside_link"});
}

TEST_F(Docx, RefusesLinksToTheOutside) {
    const auto with = [&](const std::string& type, const std::string& target) {
        auto parts = template_of(paragraph("x"));
        parts.push_back({"word/_rels/document.xml.rels",
                         relationships(R"(<Relationship Id="r" Type="http://x/)" + type +
                                       R"(" Target=")" + target + R"(" TargetMode="External"/>)")});
        return codes(check(parts));
    };
    EXPECT_EQ(with("hyperlink", "https://dangcongsan.vn"), Codes{});
    EXPECT_EQ(with("hyperlink", "mailto:van.phong@example.vn"), Codes{});
    EXPECT_EQ(with("hyperlink", "file:///c:/windows"), Codes{"docx.outside_link"});
    EXPECT_EQ(with("hyperlink", "\\\\server\\share"), Codes{"docx.outside_link"});
    EXPECT_EQ(with("image", "https://example.vn/a.png"), Codes{"docx.outside_link"});
    EXPECT_EQ(with("attachedTemplate", "file:///C:/mau.dotm"), Codes{"docx.outside_link"});
}

TEST_F(Docx, RefusesFieldsThatFetch) {
    const auto field = [](const std::string& code) {
        return "<w:p><w:r><w:instrText>" + code + "</w:instrText></w:r></w:p>";
    };
    EXPECT_EQ(codes(field(" PAGE ")), Codes{});
    EXPECT_EQ(codes(field(R"( HYPERLINK "https://example.vn" )")), Codes{});
    EXPECT_EQ(codes(field(R"( HYPERLINK \l "annex" )")), Codes{});
    EXPECT_EQ(codes(field(R"( HYPERLINK "file:///x" )")), Codes{"docx.outside_link"});
    EXPECT_EQ(codes(field(R"( IncludePicture "x" )")), Codes{"docx.fetching_field"});
    EXPECT_EQ(codes("<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO "
                    "c</w:instrText></w:r></w:p>"),
              Codes{"docx.fetching_field"});
    EXPECT_EQ(codes(R"(<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>)"),
              Codes{"docx.fetching_field"});
    // An open quotation mark hides nothing behind it.
    EXPECT_EQ(codes(field(R"( PAGE ")") + field(" DDE x ")), Codes{"docx.fetching_field"});
}

TEST_F(Docx, RefusesXmlThatIsNoneOfADocument) {
    auto parts = template_of(paragraph("x"));
    parts[1].bytes = R"(<!DOCTYPE a [<!ENTITY b "c">]>)" + parts[1].bytes;
    EXPECT_EQ(codes(check(parts)), Codes{"docx.doctype"});
    parts[1].bytes = "<w:document><w:body>";
    EXPECT_EQ(codes(check(parts)), Codes{"docx.broken_xml"});
    parts[1].bytes = document(paragraph("xin ch\xe0o"));
    EXPECT_EQ(codes(check(parts)), Codes{"docx.broken_xml"}) << "not UTF-8";
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:tbl>";
    for (int i = 0; i < 5000; ++i) deep += "</w:tbl>";
    EXPECT_EQ(codes(deep), Codes{"docx.too_deep"});
}

TEST_F(Docx, RefusesPartsThatLeadAstrayOrGrow) {
    for (const auto* name : {"../x", "/x", "word/../../x", "c:x", "word\\x"}) {
        auto parts = template_of(paragraph("x"));
        parts.push_back({name, "x"});
        EXPECT_EQ(codes(check(parts)), Codes{"docx.bad_part_name"}) << name;
    }
    auto parts = template_of(paragraph("x"));
    parts.push_back({"WORD/document.XML", "x"});
    EXPECT_EQ(codes(check(parts)), Codes{"docx.bad_part_name"}) << "twice";
    parts.back() = {"word/media/x.bin", std::string(8 << 20, 'x')};
    EXPECT_EQ(codes(check(parts)), Codes{"docx.bomb"});
    parts.back() = {"word/x.xml", std::string(17 << 20, ' ')};
    EXPECT_EQ(codes(check(parts)), Codes{"docx.too_large"});
}

TEST_F(Docx, RefusesAPassword) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    const std::string text = document(paragraph("x"));
    const auto index = zip_file_add(archive, "word/document.xml",
                                    zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    ASSERT_EQ(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                      "mật khẩu"),
              0);
    ASSERT_EQ(zip_close(archive), 0);
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    EXPECT_EQ(codes(render::check_docx_template(house(), bytes, "mau.docx")),
              Codes{"docx.encrypted"});
}

TEST_F(Docx, RefusesToRepeatWithoutEnd) {
    std::string inner = "x";
    for (int i = 0; i < 12; ++i) inner = "{{each figures}}" + inner + "{{end}}";
    const auto bytes = render::packed(template_of(paragraph(inner)), 0);
    const render::Copy copy{report_, house(), world_, Language::vi, 0, {}};
    const auto done = render::print_docx(copy, bytes, "mau.docx", "never_written.docx");
    ASSERT_FALSE(done);
    EXPECT_EQ(codes(done.error()), Codes{"docx.too_long"});
    for (int i = 0; i < 12; ++i) inner = "{{each figures}}" + inner + "{{end}}";
    EXPECT_EQ(codes(paragraph(inner)).front(), "docx.too_many_levels");
    std::string brackets;
    for (int i = 0; i < 300'000; ++i) brackets += "{{";
    EXPECT_EQ(codes(paragraph(brackets)), Codes{"docx.too_many_tags"});
}

}  // namespace
}  // namespace nennep::test
