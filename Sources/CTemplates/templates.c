#include "CTemplates.h"

const ctemplates_file ctemplates_files[] = {{"", (const unsigned char *)"", 0}};
const size_t ctemplates_count = 0;
