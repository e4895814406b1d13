// Package categories holds the facts the linter judges by: the 39 app
// categories of the 2021 provisions on necessary personal information, the
// data types they list, the platforms' service categories, and the sources
// every message may cite.
//
// The facts live in data/*.json, embedded in the binary. Each file is parsed
// on first use and only then; the values handed out are shared and must not
// be changed. Language arguments are "zh" or "en"; everything but "zh" is
// answered in English.
package categories

import (
	"encoding/json"
	"fmt"
)

// decode parses one embedded file. The tests parse every file, so a failure
// here means that the program was built from broken data.
func decode(name string, data []byte, into any) {
	if err := json.Unmarshal(data, into); err != nil {
		panic(fmt.Sprintf("categories: parsing embedded data/%s: %v", name, err))
	}
}

// pick returns the text in the wanted language.
func pick(lang, zh, en string) string {
	if lang == "zh" {
		return zh
	}
	return en
}
