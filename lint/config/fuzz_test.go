package config

import (
	"errors"
	"fmt"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// FuzzConfig holds that any bytes are a config or a list of faults, each at its
// place in the file, and are the same a second time.
func FuzzConfig(f *testing.F) {
	for _, seed := range []string{
		`{ "category": ["food-delivery", 7, "餐饮服务/外卖平台"], "services": ["etc"], "lang": "zh", "rulebook": "2021" }`,
		`{ "optional": { "location-precise": { "purpose": "p", "pages": ["a/**"] } }, "subject": "individual", // a` + "\n" + `}`,
		`{ "ignore": [{ "rule": "purpose-missing", "path": "**/[a-c].js", "pointer": "/a", "reason": "r", "until": "2027-01-01" }] }`,
		`{ "rules": { "purpose-missing": "off" }, "exclude": ["{a,b"], "baseline": "b.json", "platformCategory": { "wechat": "x" }, "memberFields": ["mobile"] }`,
		"\ufeff[", `{ "categry": 1, "rules": { "x": "of" }, "optional": { "album": {} } }`, "", "{ \"a\": \xff }",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, second := outcome(t, data), outcome(t, data)
		if first != second {
			t.Fatalf("%q: %s, then %s", data, first, second)
		}
	})
}

func outcome(t *testing.T, data []byte) string {
	cfg, err := parse(string(data))
	inside := func(r source.Range) {
		if r.Start < 0 || r.End < r.Start || r.End > len(data) {
			t.Fatalf("%q: %v lies outside", data, r)
		}
	}
	if err != nil {
		var wrong *Error
		if !errors.As(err, &wrong) || len(wrong.Faults) == 0 || cfg != nil {
			t.Fatalf("%q: %v, %v", data, cfg, err)
		}
		for _, fault := range wrong.Faults {
			inside(fault.Range)
			if fault.Line < 1 || fault.Column < 1 || fault.Message.En == "" || fault.Message.Zh == "" {
				t.Fatalf("%q: %+v", data, fault)
			}
		}
		return err.Error()
	}
	for _, o := range cfg.Optional {
		inside(o.Range)
	}
	for _, i := range cfg.Ignore {
		inside(i.Range)
	}
	cfg.File = nil
	return fmt.Sprintf("%+v", *cfg)
}
