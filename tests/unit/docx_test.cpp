// The DOCX press: what templates may say, wherever an editor puts it.
#include "docx_fixture.hpp"
#include "render/docx/filling.hpp"

namespace nennep::test {
namespace {

TEST_F(Docx, FillsFieldsAndEscapesThem) {
    EXPECT_EQ(
        words(paragraph("Năm {{year}}, {{ Organisation }} ({{organisation.key}}): {{title}}")),
        "Năm 2020, Đảng bộ Khối (DUK): về công tác &amp; &lt;năm&gt;|");
    EXPECT_EQ(words(paragraph("{{members.admitted}} {{figures.members.admitted:previous}} "
                              "{{members.admitted:difference}}")),
              "369 342 +27|");
    EXPECT_EQ(words(paragraph("{{say.report.figure}}")), "Số liệu|");
}

TEST_F(Docx, DropsWhatXmlForbidsAndBreaksLines) {
    report_.title = "một\nhai\x01\x0b ba\xef\xbf\xbf";
    EXPECT_EQ(words(paragraph("{{title}}.")), "một~hai ba.|");
    std::string out;
    render::append_xml(out, "a\r\n\"b\"", "_");
    EXPECT_EQ(out, "a_&quot;b&quot;");
}

// As Word leaves it: cut anywhere, with marks of spelling and bookmarks between.
TEST_F(Docx, JoinsTagsThatAnEditorCut) {
    const auto xml =
        printed_xml("<w:p>" + run("Kết nạp {", "<w:b/>") + "<w:proofErr w:type=\"spellStart\"/>" +
                    run("{members", "<w:i/>") + R"(<w:bookmarkStart w:id="0" w:name="x"/>)" +
                    run(".admi") + R"(<w:bookmarkEnd w:id="0"/>)" + run("tted}", "<w:u/>") +
                    run("} đảng viên", "<w:i/>") + "</w:p>");
    EXPECT_EQ(words_of(xml), "Kết nạp 369 đảng viên|");
    // The formatting of the run in which it begins.
    EXPECT_NE(xml.find(R"(<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Kết nạp 369</w:t>)"),
              std::string::npos)
        << xml;
    EXPECT_EQ(xml.find("<w:u/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<w:bookmarkEnd"), std::string::npos);
}

TEST_F(Docx, KeepsTheFormattingInsideConditions) {
    const auto xml = printed_xml("<w:p>" + run("a {{if members.adm") + run("itted}}b", "<w:b/>") +
                                 run(" c", "<w:i/>") + run("{{end}} d") + "</w:p>");
    EXPECT_EQ(words_of(xml), "a b c d|");
    EXPECT_NE(xml.find(R"(<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">b</w:t>)"),
              std::string::npos)
        << xml;
}

TEST_F(Docx, AsksConditions) {
    EXPECT_EQ(words(paragraph("{{if members.left}}có{{else}}không{{end}}")), "không|");
    EXPECT_EQ(words(paragraph(
                  "{{if none members.left}}không{{end}}{{if more members.admitted}}tăng{{end}}")),
              "khôngtăng|");
    EXPECT_EQ(
        words(paragraph(
            "{{if signer}}ký{{else}}chưa ký{{end}}, {{if none recipients}}x{{else}}gửi{{end}}")),
        "chưa ký, gửi|");
    EXPECT_EQ(words(paragraph("{{if annexes}}có phụ lục{{end}}{{if lists.members.left}}!{{end}}")),
              "có phụ lục!|");
}

TEST_F(Docx, RepeatsInsideAParagraph) {
    EXPECT_EQ(words(paragraph("Gửi: {{each recipients}}{{no}}) {{text}}; {{end}}hết")),
              "Gửi: 1) Tỉnh ủy; 2) Lưu Văn phòng; hết|");
}

TEST_F(Docx, RepeatsParagraphsAndTables) {
    EXPECT_EQ(words(paragraph("{{each recipients}}") + paragraph("- {{text}}") +
                    table(row({"{{no}}"})) + paragraph("{{end}}") + paragraph("x")),
              "- Tỉnh ủy|1#- Lưu Văn phòng|2#x|");
    // Two tables without anything between would become one.
    EXPECT_EQ(words(paragraph("{{each recipients}}") + table(row({"{{no}}"})) +
                    paragraph("{{end}}") + paragraph("x")),
              "1#|2#x|");
    EXPECT_EQ(words(paragraph("{{each blocks}}") + paragraph("{{if heading}}") +
                    paragraph("# {{text}}") + paragraph("{{else}}") +
                    paragraph("{{each spans}}{{text}}{{end}}") + paragraph("{{end}}{{end}}")),
              "# I. MỞ ĐẦU|Lời văn.|");
}

TEST_F(Docx, RepeatsRows) {
    EXPECT_EQ(words(table(row({"Tên", "Số"}) +
                          row({"{{each lists.members.admitted}}{{name}}", "{{amount}}{{end}}"}))),
              "Tên/Số#Đỗ Ỹ/1.234#Võ Ặ/#");
    EXPECT_EQ(words(table(row({"{{each row recipients}}{{text}}{{end}}"}))),
              "Tỉnh ủy#Lưu Văn phòng#");
    // A table that has lost all rows is none.
    report_.letterhead.recipients.clear();
    EXPECT_EQ(words(table(row({"{{each row recipients}}{{text}}{{end}}"})) + paragraph("x")), "x|");
    EXPECT_EQ(words(table(row({"{{if members.left}}a", "b{{end}}"}) + row({"c", "d"}))), "c/d#");
}

TEST_F(Docx, RepeatsCellsAndSharesTheirWidth) {
    const std::string wide = R"(<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>)";
    const auto xml = printed_xml(
        paragraph("{{each annexes}}") + paragraph("{{number}}. {{title}}") +
        R"(<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>)" +
        cell("TT") + wide + paragraph("{{each cell columns}}{{title}}{{end}}") + "</w:tc></w:tr>" +
        row({"{{each rows}}{{no}}", "{{each cell cells}}{{text}}{{end}}{{end}}"}) + "</w:tbl>" +
        paragraph("{{end}}"));
    EXPECT_EQ(words_of(xml), "1. Kết nạp|TT/Họ tên/Số#1/Đỗ Ỹ/1.234#2/Võ Ặ/#");
    EXPECT_NE(xml.find(R"(<w:gridCol w:w="500"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>)"),
              std::string::npos);
    EXPECT_NE(xml.find(R"(<w:tcW w:w="2000" w:type="dxa"/>)"), std::string::npos) << xml;
}

TEST_F(Docx, LeavesOutCellsAndGivesTheirRoomAway) {
    const auto grid = [](const std::string& cells) {
        return R"(<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="500"/><w:gridCol w:w="3000"/>)"
               R"(<w:gridCol w:w="700"/></w:tblGrid><w:tr>)" +
               cells + "</w:tr></w:tbl>";
    };
    const auto sized = [](int width, const std::string& text) {
        return R"(<w:tc><w:tcPr><w:tcW w:w=")" + std::to_string(width) +
               R"(" w:type="dxa"/></w:tcPr>)" + paragraph(text) + "</w:tc>";
    };
    const auto body = grid(sized(500, "a") + sized(3000, "b") +
                           sized(700, "{{if cell annexes}}c{{end}}"));
    auto xml = printed_xml(body);
    EXPECT_EQ(words_of(xml), "a/b/c#");
    EXPECT_NE(xml.find(R"(<w:gridCol w:w="3000"/><w:gridCol w:w="700"/></w:tblGrid>)"),
              std::string::npos)
        << xml;
    report_.lists.clear();
    xml = printed_xml(body);
    EXPECT_EQ(words_of(xml), "a/b#");
    EXPECT_NE(xml.find(R"(<w:gridCol w:w="500"/><w:gridCol w:w="3700"/></w:tblGrid>)"),
              std::string::npos)
        << xml;
    EXPECT_NE(xml.find(R"(<w:tcW w:w="3700" w:type="dxa"/>)"), std::string::npos) << xml;
    // What depends on the row cannot change the grid.
    xml = printed_xml(grid(sized(500, "{{each figures}}{{if cell is_first}}a{{end}}") +
                           sized(3000, "b") + sized(700, "c{{end}}")));
    EXPECT_NE(xml.find(R"(<w:gridCol w:w="500"/><w:gridCol w:w="3000"/>)"), std::string::npos);
}

TEST_F(Docx, AsksForFlags) {
    EXPECT_EQ(words(paragraph("{{each recipients}}{{text}}{{if is_last}}.{{else}}; {{end}}{{end}}")),
              "Tỉnh ủy; Lưu Văn phòng.|");
    EXPECT_EQ(words(paragraph("{{each blocks}}{{if is_first}}a{{end}}{{if is_last}}z{{end}}{{end}}")),
              "az|");
    catalogue::FigureLine of_block = line("members.admitted");
    report_.blocks = {{.kind = Block::Kind::figures, .lines = {of_block}}};
    const auto flags = paragraph(
        "{{each blocks}}{{if has_targets}}T{{end}}{{if has_annex}}A{{end}}.{{end}}");
    EXPECT_EQ(words(flags), ".|");
    report_.blocks[0].lines[0].list = 1;
    report_.blocks[0].lines[0].target = catalogue::Target{};
    EXPECT_EQ(words(flags), "TA.|");
    EXPECT_EQ(words(paragraph("{{each annexes}}{{rows_text}} {{each columns}}{{if is_number}}#{{else}}-"
                              "{{end}}{{end}} {{each rows}}{{each cells}}{{if is_number}}#{{else}}-"
                              "{{end}}{{end}}{{end}}{{end}}")),
              "Số dòng: 2 -# -#-#|");
    EXPECT_EQ(codes(paragraph("{{each annexes}}{{is_wide}}{{end}}")), Codes{"docx.flag_as_field"});
    EXPECT_EQ(codes(paragraph("{{if is_wide}}{{end}}")), Codes{"docx.unknown_field"});
}

TEST_F(Docx, TurnsThePaperBetweenLists) {
    report_.lists.push_back(list());
    report_.lists.push_back(list());
    for (int i = 0; i < 5; ++i) {
        report_.lists[1].columns.push_back({"name", "Tên", Cell::Kind::text, 38});
    }
    EXPECT_EQ(words(paragraph("{{each annexes}}{{if turns}}/{{end}}{{if is_wide}}w{{else}}u{{end}}{{end}}")),
              "u/w/u|");
}

// A break with nothing behind it would open an empty page.
TEST_F(Docx, EndsWithTheLastSection) {
    const auto end_of = [](const std::string& name) {
        return "<w:p><w:pPr><w:sectPr><w:x" + name + "/></w:sectPr></w:pPr></w:p>";
    };
    const auto last = std::string("<w:sectPr><w:xlast/></w:sectPr>");
    EXPECT_TRUE(printed_xml(paragraph("{{year}}") + end_of("1") + paragraph("{{if annexes}}") +
                            end_of("2") + paragraph("{{end}}") + last)
                    .ends_with("<w:p><w:pPr></w:pPr></w:p><w:sectPr><w:x2/></w:sectPr></w:body>"
                               "</w:document>"));
    report_.lists.clear();
    EXPECT_TRUE(printed_xml(paragraph("{{year}}") + end_of("1") + paragraph("{{if annexes}}") +
                            paragraph("x") + paragraph("{{end}}") + paragraph("y") + last)
                    .ends_with("<w:sectPr><w:xlast/></w:sectPr></w:body></w:document>"));
}

TEST_F(Docx, PrintsNoAnnexWhereNoneWasAskedFor) {
    const auto body = paragraph("{{each annexes}}") + paragraph("{{title}}") +
                      table(row({"{{each rows}}{{no}}", "{{name}}{{end}}"})) + paragraph("{{end}}") +
                      paragraph("a{{if annexes}}b{{end}}{{each annexes}}{{number}}{{end}}");
    EXPECT_EQ(words(body), "Kết nạp|1/Đỗ Ỹ#2/Võ Ặ#ab1|");
    report_.lists.clear();
    EXPECT_EQ(words(body), "a|");
}

// A long part is given away piece by piece; what looks back at its end still finds it.
TEST_F(Docx, PrintsLongAnnexes) {
    report_.lists[0].rows = 20'000;
    report_.lists[0].each = [](const catalogue::RowReader& read) {
        for (std::int64_t i = 0; i < 20'000; ++i) {
            const Cell cells[]{Cell("Đỗ Ỹ"), Cell(Number{i, 0})};
            read(cells);
        }
    };
    const auto out = words(table(row({"{{each lists.members.admitted}}{{no}}{{end}}"})) +
                           paragraph("{{each annexes}}") + table(row({"Số"}) +
                           row({"{{each row rows}}{{name}} {{amount}}{{end}}"})) + paragraph("{{end}}"));
    EXPECT_TRUE(out.starts_with("12#|Số#Đỗ Ỹ 0#Đỗ Ỹ 1#")) << out.substr(0, 100);
    EXPECT_TRUE(out.ends_with("Đỗ Ỹ 19.998#Đỗ Ỹ 19.999#")) << out.substr(out.size() - 100);
    EXPECT_EQ(std::count(out.begin(), out.end(), '#'), 20'002);
}

TEST_F(Docx, LeavesEveryCellAParagraph) {
    EXPECT_EQ(words(table("<w:tr><w:tc>" + paragraph("{{if members.left}}") + paragraph("x") +
                          paragraph("{{end}}") + "</w:tc></w:tr>")),
              "#");
}

TEST_F(Docx, WorksInBoxesHeadersAndNotes) {
    const std::string box = "<w:txbxContent>" + paragraph("{{each recipients}}") +
                            paragraph("{{text}}") + paragraph("{{end}}") + "</w:txbxContent>";
    Parts parts =
        template_of("<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box +
                    "</wps:txbx></mc:Choice><mc:Fallback>" + box +
                    "</mc:Fallback></mc:AlternateContent></w:r>" + run("{{year}}") + "</w:p>");
    parts.push_back(
        {"word/header1.xml", R"(<w:hdr xmlns:w="w">)" + paragraph("{{next_year}}") + "</w:hdr>"});
    parts.push_back(
        {"word/footnotes.xml", R"(<w:footnotes xmlns:w="w"><w:footnote w:id="1">)" +
                                   paragraph("{{if members.left}}") + paragraph("a") +
                                   paragraph("{{end}}") + R"(</w:footnote><w:footnote w:id="2">)" +
                                   paragraph("{{previous_year}}") + "</w:footnote></w:footnotes>"});
    parts.push_back({"word/media/image1.png", std::string("\x89PNG\0\1\2", 7)});
    const auto out = printed(parts);
    ASSERT_FALSE(out.empty());
    EXPECT_EQ(words_of(render::find(out, "word/document.xml")->bytes),
              "Tỉnh ủy|Lưu Văn phòng|Tỉnh ủy|Lưu Văn phòng|2020|");
    EXPECT_EQ(words_of(render::find(out, "word/header1.xml")->bytes), "2021|");
    EXPECT_EQ(words_of(render::find(out, "word/footnotes.xml")->bytes), "|2019|");
    EXPECT_EQ(render::find(out, "word/media/image1.png")->bytes, parts.back().bytes);
}

TEST_F(Docx, GivesRepeatedPlacesNamesOfTheirOwn) {
    report_.lists.push_back(list());
    report_.lists.back().number = 2;
    const auto xml = printed_xml(
        paragraph("{{each annexes}}") + R"(<w:p><w:bookmarkStart w:id="7" w:name="annex"/>)" +
        run("{{title}}") + R"(<w:bookmarkEnd w:id="7"/></w:p>)" + paragraph("{{end}}"));
    EXPECT_NE(xml.find(R"(<w:bookmarkStart w:id="1000001" w:name="annex_1"/>)"), std::string::npos)
        << xml;
    EXPECT_NE(xml.find(R"(<w:bookmarkStart w:id="1000002" w:name="annex_2"/>)"), std::string::npos);
    EXPECT_NE(xml.find(R"(<w:bookmarkEnd w:id="1000002"/>)"), std::string::npos);
}

TEST_F(Docx, NamesEveryWrongTag) {
    const auto refusals = check(
        template_of(paragraph("{{yeer}} {{members.admited}} {{members.admitted:previuos}}") +
                    paragraph("đã {{if mor members.admitted}}a{{end}} {{each recipient}}b{{end}}") +
                    paragraph("{{if more signer}}c{{end}}")));
    EXPECT_EQ(codes(refusals), (Codes{"docx.unknown_field_near", "docx.unknown_field_near",
                                      "docx.unknown_part_near", "docx.unknown_condition_near",
                                      "docx.unknown_repeat_near", "docx.condition_needs_figure"}));
    const auto& first = refusals.all().front();
    EXPECT_EQ(first.field, "mau.docx");
    const auto text = house().texts().get("refusal." + first.code, Language::vi, first.arguments);
    EXPECT_NE(text.find("“yeer”"), std::string::npos) << text;
    EXPECT_NE(text.find("“year”"), std::string::npos) << text;
    EXPECT_NE(text.find("{{members.admited}}"), std::string::npos)
        << "what stands around it: " << text;
}

TEST_F(Docx, RefusesTagsWithoutTheirOtherHalf) {
    EXPECT_EQ(codes(paragraph("{{year")), Codes{"docx.not_closed"});
    EXPECT_EQ(codes(paragraph("{{year") + paragraph("}}")),
              (Codes{"docx.not_closed", "docx.not_opened"}));
    EXPECT_EQ(codes(paragraph("{{each recipients}}a")), Codes{"docx.no_end"});
    EXPECT_EQ(codes(paragraph("a{{end}}")), Codes{"docx.stray_end"});
    EXPECT_EQ(codes(paragraph("{{each recipients}}{{else}}{{end}}")), Codes{"docx.stray_else"});
    EXPECT_EQ(codes(paragraph("{{if year}}{{else}}{{else}}{{end}}")), Codes{"docx.stray_else"});
}

TEST_F(Docx, RefusesTagsThatActNowhere) {
    EXPECT_EQ(codes(paragraph("{{each recipients}}a") + paragraph("b{{end}}")),
              Codes{"docx.tag_place"});
    EXPECT_EQ(codes(table(row({"{{each recipients}}"}) + row({"{{end}}"}))),
              Codes{"docx.tag_place"});
    EXPECT_EQ(codes(table(row({"{{each cell recipients}}", "{{end}}"}))), Codes{"docx.tag_place"});
    // A story ends where its box ends.
    EXPECT_EQ(codes("<w:p><w:r><w:txbxContent>" + paragraph("{{each recipients}}") +
                    "</w:txbxContent></w:r>" + run("{{end}}") + "</w:p>"),
              (Codes{"docx.stray_end", "docx.no_end"}));
    EXPECT_EQ(codes(paragraph("{{each lists.members.good_or_better_pct}}{{end}}")),
              Codes{"docx.list_of_percentage"});
}

TEST_F(Docx, TakesATemplateOfWordAndWritesADocument) {
    auto parts = template_of(paragraph("{{year}}"));
    parts[0].bytes =
        types("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml");
    const auto out = printed(parts);
    ASSERT_FALSE(out.empty());
    EXPECT_NE(out[0].bytes.find(main_type), std::string::npos);
}

TEST_F(Docx, ItsOwnTemplateIsOneLikeAnyOther) {
    for (const auto language : {Language::vi, Language::en}) {
        const auto bytes = render::own_docx_template(language);
        EXPECT_EQ(codes(render::check_docx_template(house(), bytes, "own.docx")), Codes{});
        EXPECT_EQ(render::own_docx_template(language), bytes);
    }
    for (const auto& field : render::template_fields(house(), Language::vi)) {
        EXPECT_EQ(codes(paragraph("{{" + field.name + "}}")), Codes{}) << field.name;
        EXPECT_EQ(field.label.find("template_field."), std::string::npos) << field.label;
    }
}

TEST_F(Docx, SaysWhenItCannotWrite) {
    const render::Copy copy{report_, house(), world_, Language::vi, 0, {}};
    try {
        render::print_docx(copy, "", "", "/nowhere/at/all.docx");
        FAIL();
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.code(), "out.unwritable");
    }
}

}  // namespace
}  // namespace nennep::test
