package scan

import (
	"strings"
	"testing"
)

// TestLexIsLinear doubles texts that a careless lexer reads again and again,
// and holds that the bytes looked at and the tokens no more than double.
func TestLexIsLinear(t *testing.T) {
	for _, piece := range []string{
		"`", "`\n", "`a\n", "`\\", "\\`\n", "`${", "`${`\n", "${`}`", "`}\n", "`\n`a",
		"{", "}", "(", "[", ")(", "{(", "({[", "/", "/[", "=/[\n", "=/(", "=/\\", "/*", "/*\n", "x /*\n", " /*\n\n/*", "/**", "*/",
		"<!--", "<a", "<a ", "<a>", "<a\n", "</a>", "</", "<a></b>", "<a '", "<a \"\n", "<a {", "<a>{", "<a<", "<a<b ", "<a(", "<a b(", "<a>(", "<T,", "=<a-",
		"'", "\"", "'\n", "'\\\n", "\\", "wx.", "wx.\n", "wx[", "(wx as ", "((wx.x,", "wx.x<", "wx.x<(", "if(", "!(", "...", "\u3000", "\xe2", "#", "@", "\x00",
	} {
		for _, d := range []Dialect{{}, javaScript, typeScript, tsx} {
			for _, before := range []string{"", "x=", "x=<a>", "x=`", "((((("} {
				work, tokens := lexWork(before, piece, 2000, d)
				twice, twiceTokens := lexWork(before, piece, 4000, d)
				if twice > 2*work+closeBy*closeBy || twiceTokens > 2*tokens+200 {
					t.Errorf("%q+%q %+v: %d bytes looked at become %d, %d tokens %d", before, piece, d, work, twice, tokens, twiceTokens)
				}
			}
		}
	}
}

func lexWork(before, piece string, times int, d Dialect) (work, tokens int) {
	s := lexed(before+strings.Repeat(piece, times), d)
	return s.work, len(s.Tokens)
}

// TestLexDoesNotAllocate holds that a Script that is used again costs nothing
// where nothing is found.
func TestLexDoesNotAllocate(t *testing.T) {
	data := []byte(benchmarkSource(10))
	var s Script
	allocs := testing.AllocsPerRun(5, func() {
		s.Lex(data, 0, len(data), tsx)
		s.Refs(func([]byte) bool { return false }, func(*Ref) {})
	})
	if allocs != 0 {
		t.Errorf("got %v allocations", allocs)
	}
}

// benchmarkSource is code such as mini-programs hold, as often as asked.
func benchmarkSource(times int) string {
	return strings.Repeat(`// 页面：选择门店
const app = getApp<IAppOption>()
import { request, formatTime } from '../../utils/index'
/**
 * A list that loads page after page.
 */
Page({
  data: { list: [], page: 1, finished: false, pattern: /^1[3-9]\d{9}$/ },
  async onLoad(options) {
    const { id = 0, from } = options || {}
    this.setData({ id: Number(id), title: `+"`第${id}页，共${this.data.list.length / 20}页`"+` })
    if (!this.data.finished && from !== 'share') {
      const res = await request({ url: "https://example.com/api/list?page=" + this.data.page, method: 'GET' })
      this.setData({ list: this.data.list.concat(res.list.map(item => ({ ...item, time: formatTime(item.time) }))) })
    }
  },
})
export const View = (props: { open: boolean }) => <div className="a" onClick={() => props.open}>it's {props.open ? <b>开</b> : '关'}</div>
`, times)
}

func BenchmarkLex(b *testing.B) {
	data := []byte(benchmarkSource(200))
	var s Script
	s.Lex(data, 0, len(data), tsx)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		s.Lex(data, 0, len(data), tsx)
		s.Refs(func(name []byte) bool { return string(name) == "wx" }, func(*Ref) {})
	}
}
