package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
)

// Shown is how a capability stands in source: "wx.getLocation", "<camera>".
func Shown(c *platform.Capability) string { return shown(c) }

// shown is how a message names a capability: as it stands in source.
func shown(c *platform.Capability) string {
	m := &c.Match
	switch c.Kind {
	case platform.Component:
		return "<" + m.Element + ">"
	case platform.OpenType:
		name := m.Attr + `="` + strings.Join(m.Values, "|") + `"`
		for attr, value := range m.And {
			name += " " + attr + `="` + value + `"`
		}
		return name
	case platform.Attr:
		if len(m.Values) == 0 || m.BareIsTrue {
			return "<" + m.Element + " " + m.Attr + ">"
		}
		return "<" + m.Element + " " + m.Attr + `="` + strings.Join(m.Values, "|") + `">`
	case platform.Scope:
		return m.Scope
	case platform.Manifest:
		return shownEntry(c)
	}
	if name, variant, ok := strings.Cut(c.Name, "#"); ok {
		return name + "(" + variant + ")"
	}
	return c.Name
}

// shownEntry names a manifest entry: permission.scope.userLocation.
func shownEntry(c *platform.Capability) string {
	for _, named := range c.Match.Where {
		if strings.Contains(named, ".") {
			return c.Match.File + ": " + named // an interface that the entry calls
		}
	}
	_, entry, _ := strings.Cut(c.Name, "#")
	if field, value, ok := strings.Cut(entry, "="); ok {
		return field + ": " + value
	}
	return entry
}

// dataTypeNames lists data types as they read in the middle of a sentence.
func dataTypeNames(ids []string) Text {
	var out Text
	for i, id := range ids {
		t, ok := categories.FindDataType(id)
		if !ok {
			t = &categories.DataType{NameEn: id, NameZh: id}
		}
		if i > 0 {
			out.En += ", "
			out.Zh += "、"
		}
		out.En += lowerFirst(t.NameEn)
		out.Zh += t.NameZh
	}
	return out
}

// lowerFirst makes a title part of a sentence, leaving alone what is written
// with a capital anywhere: abbreviations, names such as Wi-Fi and Bluetooth.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	if len(word) == n || word == "Bluetooth" || strings.ContainsFunc(word[n:], unicode.IsUpper) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
