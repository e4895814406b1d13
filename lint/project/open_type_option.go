package project

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// openTypeOptions notes the open types that a script gives to buttons of a
// dialog or of a list: { text: '登录', openType: 'getPhoneNumber' }. That a
// button comes to have it shows in no template, so it is no request.
func (c *collector) openTypeOptions() {
	if !mentionsOpenType(c.code()) {
		return
	}
	s := &c.script
	for i := range s.Tokens {
		if !s.Is(i, ":") || !isOpenTypeKey(s, i-1) || s.Kind(i+1) != scan.String || !s.Is(i+2, ",") && !s.Is(i+2, "}") {
			continue
		}
		value, _ := s.Literal(i + 1)
		text := string(c.data[value.Start:value.End])
		asks := func(capability *platform.Capability) bool {
			return capability.Request == platform.Prompt && c.exists(capability) && capability.Match.MatchesValue(text)
		}
		if slices.ContainsFunc(c.platform.Attrs("button", "open-type"), asks) {
			c.unresolve("open-type-option", s.Range(i-1, i+1), text)
		}
	}
}

// isOpenTypeKey reports whether token i is such a key of an object.
func isOpenTypeKey(s *scan.Script, i int) bool {
	name := s.Text(i)
	if text, quoted := s.Literal(i); quoted {
		name = s.Data[text.Start:text.End]
	}
	return (string(name) == "openType" || string(name) == "open-type") && (s.Is(i-1, "{") || s.Is(i-1, ","))
}

func mentionsOpenType(code []byte) bool {
	return holds(code, "openType") || holds(code, "open-type")
}
