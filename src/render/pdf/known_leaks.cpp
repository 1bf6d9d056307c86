// Only in builds with sanitizers: what LeakSanitizer need not report. Fontconfig forgets a little of
// what it reads of its settings, once for each process.

extern "C" {
const char* __lsan_default_suppressions();
const char* __lsan_default_options();

const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
// Otherwise it tells of it each time, among what the program itself has to say.
const char* __lsan_default_options() { return "print_suppressions=0"; }
}
