// Written by scripts/embed-templates: the files of templates/, compiled in.
#include "CTemplates.h"

static const unsigned char file_0[] = {
#embed "../../templates/luoyang-2021/01.yaml"
};
static const unsigned char file_1[] = {
#embed "../../templates/luoyang-2021/02.yaml"
};
static const unsigned char file_2[] = {
#embed "../../templates/luoyang-2021/03.yaml"
};
static const unsigned char file_3[] = {
#embed "../../templates/luoyang-2021/04.yaml"
};
static const unsigned char file_4[] = {
#embed "../../templates/luoyang-2021/05.yaml"
};
static const unsigned char file_5[] = {
#embed "../../templates/luoyang-2021/06.yaml"
};
static const unsigned char file_6[] = {
#embed "../../templates/luoyang-2021/07.yaml"
};
static const unsigned char file_7[] = {
#embed "../../templates/luoyang-2021/08.yaml"
};
static const unsigned char file_8[] = {
#embed "../../templates/luoyang-2021/09.yaml"
};
static const unsigned char file_9[] = {
#embed "../../templates/luoyang-2021/10.yaml"
};
static const unsigned char file_10[] = {
#embed "../../templates/luoyang-2021/11.yaml"
};
static const unsigned char file_11[] = {
#embed "../../templates/luoyang-2021/between-forms.yaml"
};
static const unsigned char file_12[] = {
#embed "../../templates/luoyang-2021/set.yaml"
};
static const unsigned char file_13[] = {
#embed "../../templates/luoyang-2023/01.yaml"
};
static const unsigned char file_14[] = {
#embed "../../templates/luoyang-2023/02.yaml"
};
static const unsigned char file_15[] = {
#embed "../../templates/luoyang-2023/03.yaml"
};
static const unsigned char file_16[] = {
#embed "../../templates/luoyang-2023/04.yaml"
};
static const unsigned char file_17[] = {
#embed "../../templates/luoyang-2023/05.yaml"
};
static const unsigned char file_18[] = {
#embed "../../templates/luoyang-2023/06.yaml"
};
static const unsigned char file_19[] = {
#embed "../../templates/luoyang-2023/07.yaml"
};
static const unsigned char file_20[] = {
#embed "../../templates/luoyang-2023/08.yaml"
};
static const unsigned char file_21[] = {
#embed "../../templates/luoyang-2023/09.yaml"
};
static const unsigned char file_22[] = {
#embed "../../templates/luoyang-2023/10.yaml"
};
static const unsigned char file_23[] = {
#embed "../../templates/luoyang-2023/11.yaml"
};
static const unsigned char file_24[] = {
#embed "../../templates/luoyang-2023/12.yaml"
};
static const unsigned char file_25[] = {
#embed "../../templates/luoyang-2023/13.yaml"
};
static const unsigned char file_26[] = {
#embed "../../templates/luoyang-2023/between-forms.yaml"
};
static const unsigned char file_27[] = {
#embed "../../templates/luoyang-2023/economic-department.csv"
};
static const unsigned char file_28[] = {
#embed "../../templates/luoyang-2023/economic-government.csv"
};
static const unsigned char file_29[] = {
#embed "../../templates/luoyang-2023/economic-mapping.csv"
};
static const unsigned char file_30[] = {
#embed "../../templates/luoyang-2023/from-luoyang-2021.yaml"
};
static const unsigned char file_31[] = {
#embed "../../templates/luoyang-2023/functional.csv"
};
static const unsigned char file_32[] = {
#embed "../../templates/luoyang-2023/set.yaml"
};

const ctemplates_file ctemplates_files[] = {
    {"luoyang-2021/01.yaml", file_0, sizeof file_0},
    {"luoyang-2021/02.yaml", file_1, sizeof file_1},
    {"luoyang-2021/03.yaml", file_2, sizeof file_2},
    {"luoyang-2021/04.yaml", file_3, sizeof file_3},
    {"luoyang-2021/05.yaml", file_4, sizeof file_4},
    {"luoyang-2021/06.yaml", file_5, sizeof file_5},
    {"luoyang-2021/07.yaml", file_6, sizeof file_6},
    {"luoyang-2021/08.yaml", file_7, sizeof file_7},
    {"luoyang-2021/09.yaml", file_8, sizeof file_8},
    {"luoyang-2021/10.yaml", file_9, sizeof file_9},
    {"luoyang-2021/11.yaml", file_10, sizeof file_10},
    {"luoyang-2021/between-forms.yaml", file_11, sizeof file_11},
    {"luoyang-2021/set.yaml", file_12, sizeof file_12},
    {"luoyang-2023/01.yaml", file_13, sizeof file_13},
    {"luoyang-2023/02.yaml", file_14, sizeof file_14},
    {"luoyang-2023/03.yaml", file_15, sizeof file_15},
    {"luoyang-2023/04.yaml", file_16, sizeof file_16},
    {"luoyang-2023/05.yaml", file_17, sizeof file_17},
    {"luoyang-2023/06.yaml", file_18, sizeof file_18},
    {"luoyang-2023/07.yaml", file_19, sizeof file_19},
    {"luoyang-2023/08.yaml", file_20, sizeof file_20},
    {"luoyang-2023/09.yaml", file_21, sizeof file_21},
    {"luoyang-2023/10.yaml", file_22, sizeof file_22},
    {"luoyang-2023/11.yaml", file_23, sizeof file_23},
    {"luoyang-2023/12.yaml", file_24, sizeof file_24},
    {"luoyang-2023/13.yaml", file_25, sizeof file_25},
    {"luoyang-2023/between-forms.yaml", file_26, sizeof file_26},
    {"luoyang-2023/economic-department.csv", file_27, sizeof file_27},
    {"luoyang-2023/economic-government.csv", file_28, sizeof file_28},
    {"luoyang-2023/economic-mapping.csv", file_29, sizeof file_29},
    {"luoyang-2023/from-luoyang-2021.yaml", file_30, sizeof file_30},
    {"luoyang-2023/functional.csv", file_31, sizeof file_31},
    {"luoyang-2023/set.yaml", file_32, sizeof file_32},
};
const size_t ctemplates_count = sizeof ctemplates_files / sizeof ctemplates_files[0];
