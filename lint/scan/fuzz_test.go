package scan

import (
	"bytes"
	"testing"
)

// FuzzLex holds that any bytes come out as tokens in order and inside the
// file, whose brackets agree on their partners, and that what reads the tokens
// never panics and always says the same.
func FuzzLex(f *testing.F) {
	for _, seed := range []string{
		"if (wx.x) wx.x({ a: [1], ...b })", "`a${`b${c}`}`\n`d", "v = <p a={b}>it's {c}</p></p>", "/* a\n/* b */ /c[/]/g / d",
		"(wx as any).x<T>(); wx?.['x']\nwx.\nwx.y", "x = <T,>(a) => <A<B>/>", "'a\\\r\nb\ufeff\u3000", "<View\nwx.x(", "`${b`\nwx.y()`c`",
	} {
		for d := byte(0); d < 4; d++ {
			f.Add([]byte(seed), d)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, d byte) {
		var s Script
		first := readAll(t, &s, data, d)
		if second := readAll(t, &s, data, d); first != second {
			t.Fatalf("%q: a second reading gives %q, not %q", data, second, first)
		}
	})
}

func readAll(t *testing.T, s *Script, data []byte, d byte) string {
	s.Lex(data, 0, len(data), Dialect{JSX: d&1 != 0, TypeScript: d&2 != 0})
	end := int32(0)
	for i, tok := range s.Tokens {
		if tok.Start < end || tok.End <= tok.Start && tok.Kind != TemplatePart || int(tok.End) > len(data) {
			t.Fatalf("%q: token %d at %d-%d follows %d", data, i, tok.Start, tok.End, end)
		}
		end = tok.End
		if tok.Match >= 0 && (int(tok.Match) >= len(s.Tokens) || s.Tokens[tok.Match].Match != int32(i)) {
			t.Fatalf("%q: token %d has partner %d, which disagrees", data, i, tok.Match)
		}
		if tok.Kind == Open && tok.Match >= 0 && int(tok.Match) <= i {
			t.Fatalf("%q: bracket %d is closed before it opens", data, i)
		}
	}
	var out bytes.Buffer
	out.WriteString(dump(s))
	s.Refs(func(name []byte) bool { return len(name) == 2 }, func(r *Ref) {
		if len(r.Names) == 0 && r.Dynamic < 0 {
			t.Fatalf("%q: a chain without a name", data)
		}
		for n := 1; n <= len(r.Names); n++ {
			use, paren := s.Use(r, n)
			span := s.Span(r, n)
			out.WriteString(useNames[use])
			out.Write(data[span.Start:span.End])
			if (use == Call) != (paren >= 0) {
				t.Fatalf("%q: %s with parenthesis %d", data, useNames[use], paren)
			}
			if first, end, ok := s.Arg(max(paren, 0), n-1); ok {
				out.WriteString(piece(s, first, end))
				s.Property(first, "a")
			}
		}
	})
	return out.String()
}
