package scan

import (
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

func weixin(name string) (is, known bool) {
	switch {
	case name == "MP-WEIXIN" || name == "MP":
		return true, true
	case strings.HasPrefix(name, "MP-") || name == "H5" || name == "APP-PLUS":
		return false, true
	}
	return false, false
}

func TestConditional(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"left out", "a\n// #ifdef H5\nb\n// #endif\nc", "a\n// #ifdef H5\n// #endif\nc"},
		{"kept", "// #ifdef MP-WEIXIN\nb\n// #endif\n", "// #ifdef MP-WEIXIN\nb\n// #endif\n"},
		{"ifndef", "// #ifndef MP-WEIXIN\nb\n// #endif\n", "// #ifndef MP-WEIXIN\n// #endif\n"},
		{"either", "//#ifdef H5 || MP-WEIXIN\nb\n//#endif\n", "//#ifdef H5 || MP-WEIXIN\nb\n//#endif\n"},
		{"both", "// #ifdef MP && H5\nb\n// #endif\n", "// #ifdef MP && H5\n// #endif\n"},
		{"template", "<!-- #ifdef MP-ALIPAY -->\n<b/>\n<!-- #endif -->\n", "<!-- #ifdef MP-ALIPAY -->\n<!-- #endif -->\n"},
		{"style", "/* #ifdef H5 */\nx\n/* #endif */\n", "/* #ifdef H5 */\n/* #endif */\n"},
		{"no blank before the comment's end", "/*#ifdef H5*/\nx\n/*#endif*/\n", "/*#ifdef H5*/\n/*#endif*/\n"},
		{"else", "// #ifdef H5\na\n// #else\nb\n// #endif\n", "// #ifdef H5\n// #else\nb\n// #endif\n"},
		{"nested", "// #ifdef MP\na\n// #ifdef H5\nb\n// #endif\nc\n// #endif\n", "// #ifdef MP\na\n// #ifdef H5\n// #endif\nc\n// #endif\n"},
		{"unknown name", "// #ifdef VUE3\na\n// #endif\n", "// #ifdef VUE3\na\n// #endif\n"},
		{"never closed", "// #ifdef H5\na\n", "// #ifdef H5\na\n"},
		{"behind code", "x() // #ifdef H5\na\n// #endif\n", "x() // #ifdef H5\n// #endif\n"},
		{"no comment", "'#ifdef H5'\na\n'#endif'\n", "'#ifdef H5'\na\n'#endif'\n"},
		{"CRLF", "// #ifdef H5\r\na\r\n// #endif\r\n", "// #ifdef H5\r\n// #endif\r\n"},
	} {
		data := []byte(tt.src)
		last, kept := 0, ""
		Conditional(data, weixin, func(r source.Range) { kept += tt.src[last:r.Start]; last = r.End })
		if kept += tt.src[last:]; kept != tt.want {
			t.Errorf("%s: kept %q, want %q", tt.name, kept, tt.want)
		}
	}
}
