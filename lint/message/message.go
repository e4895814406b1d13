// Package message holds texts in both languages of the tool, English and
// Chinese.
package message

import (
	"fmt"
	"strings"
)

// Text is one message in both languages of the tool.
type Text struct{ En, Zh string }

// In returns the text in a language, "zh" or, for everything else, English.
func (t Text) In(lang string) string {
	if lang == "zh" {
		return t.Zh
	}
	return t.En
}

// T formats the same arguments into both languages; an argument of type Text
// takes the language at hand. The formats may use explicit indexes where the
// order of the words differs.
func T(en, zh string, args ...any) Text {
	inEn, inZh := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		inEn[i], inZh[i] = a, a
		if t, ok := a.(Text); ok {
			inEn[i], inZh[i] = t.En, t.Zh
		}
	}
	return Text{fmt.Sprintf(en, inEn...), fmt.Sprintf(zh, inZh...)}
}

// DidYouMean is what ends a message about an unknown name, or nothing when no
// known name is near.
func DidYouMean(names []string) Text {
	if len(names) == 0 {
		return Text{}
	}
	return Text{"; did you mean " + strings.Join(names, " or ") + "?", "；是否想用 " + strings.Join(names, " 或 ") + "？"}
}
