// Only in builds with sanitizers: what LeakSanitizer need not report. Fontconfig forgets a little of
// what it reads of its settings, once for each process.

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
