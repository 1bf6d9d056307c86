#include <iostream>

#include "compare_pages.hpp"

int main(int argc, char** argv) {
    return nennep::paper::compare_pages({argv + 1, argv + argc}, std::cout);
}
