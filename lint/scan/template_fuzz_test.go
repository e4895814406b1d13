package scan

import (
	"strings"
	"testing"

	"github.com/mplint/mplint/lint/source"
)

// FuzzTemplate holds that any bytes come out as things in order and inside the
// template, twice the same, without a panic.
func FuzzTemplate(f *testing.F) {
	for _, seed := range []string{
		`<a b="{{c ? "d" : 'e'}}" f=g h/>{{i<j}}<!-- k --></a>`, "<wxs>a</wxs><script>b", "<a b=\"{{c>\n<d e='f'", "{{{{ '}}", "<!--\n<!-->",
		"<a b= c=d {{e}}=f/>", "</a\n<b", "<a b='\n <c d=\"\n\n", "{{ `${'x'}` ? y : ['z'][0] }}", "<style></style",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		padded := append(append([]byte("<'{{"), data...), "'}}>-->"...)
		start, end := 4, 4+len(data)
		first, incomplete := seen(padded, start, end)
		if second, again := seen(padded, start, end); first != second || incomplete != again {
			t.Fatalf("%q: two results", data)
		}
		checkTemplate(t, padded, start, end)
		last := 0
		StringLiterals(data, func(from, to int) {
			if from < last || to < from || to > len(data) {
				t.Fatalf("%q: literal %d-%d", data, from, to)
			}
			last = to
		})
	})
}

func checkTemplate(t *testing.T, data []byte, start, end int) {
	at := start
	ordered := func(r source.Range) {
		if r.Start < at || r.End < r.Start || r.End > end {
			t.Fatalf("%q: %v after %d", data[start:end], r, at)
		}
	}
	after := func(r source.Range) { ordered(r); at = r.End }
	Elements(data, start, end, TemplateVisitor{
		Element: func(e *Element) {
			ordered(e.Open)
			after(e.Name)
			for _, a := range e.Attributes {
				ordered(a.Full)
				after(a.Name)
				after(a.Value)
				if a.Value.End > a.Full.End && a.HasValue || a.Full.End > e.Open.End {
					t.Fatalf("%q: %+v in %v", data[start:end], a, e.Open)
				}
			}
			at = e.Open.End
		},
		Close: after, Comment: after, Script: func(r source.Range, _ []byte) { after(r) },
	})
}

// TestTemplateIsLinear doubles texts that a careless tokenizer reads again and
// again, and holds that the bytes looked at no more than double.
func TestTemplateIsLinear(t *testing.T) {
	pieces := []string{
		"<", "<a", "<a ", "<a b=\"", "<a b='", "<a b=\"\n", "<a b='{{", "<a b=\"{{'\\'\" c=\"", "<a b=\"{{'\\'>", "x='{{[' ", "<a b=\"{{c}}>\n", "<a b='>",
		"{{", "{{{", "{{'", "{{a\n", "{{a}}", "{{\n\n", "}}", "\n", "\n ", "<a b=\"\n\n", "\n <", "<a {{", "<a b= {{c}}d= ", "<a b= c=",
		"<!--", "<!--\n", "<!-", "</", "</a", "<wxs>", "<wxs></", "<wxs></sjs>", "<script>", "<style>", "<?", "<!a",
	}
	for _, before := range []string{"", "<a ", "<a b=\"", "<a b='{{", "{{", "<wxs>", "<!--"} {
		for _, piece := range pieces {
			checkLinear(t, before, piece, "}}")
			checkLinear(t, before, piece, "'}}")
			for _, other := range append(pieces, "") {
				checkLinear(t, before, piece+other, "")
			}
		}
	}
}

func checkLinear(t *testing.T, before, piece, after string) {
	work := func(times int) int {
		text := before + strings.Repeat(piece, times) + after
		r := templateReader{data: []byte(text), end: len(text)}
		r.read()
		return r.work
	}
	if once, twice := work(200), work(400); twice > 2*once+200 {
		t.Errorf("%q, %q, %q: %d bytes looked at become %d", before, piece, after, once, twice)
	}
}

// TestTemplateDoesNotAllocate holds that a template costs its one Element and
// its attributes, and a text without tags nothing.
func TestTemplateDoesNotAllocate(t *testing.T) {
	visit := TemplateVisitor{Element: func(*Element) {}, Comment: func(source.Range) {}, Text: func(source.Range) {}}
	for text, most := range map[string]float64{
		strings.Repeat("a {{b < c}} <!-- d -->\n", 100):               0,
		strings.Repeat("<a b=\"{{c}}\" d=e f/>\n", 100):               4,
		strings.Repeat("<wxs>a</wxs><style>b</style><c/></d>\n", 100): 1,
	} {
		data := []byte(text)
		if n := testing.AllocsPerRun(10, func() { Elements(data, 0, len(data), visit) }); n > most {
			t.Errorf("%.30q: %v allocations", text, n)
		}
	}
}

func BenchmarkElements(b *testing.B) {
	data := []byte(strings.Repeat(`<view class="item {{index == current ? 'on' : ''}}" wx:for="{{list}}" wx:key="id" bindtap="open">
  <!-- 头像 -->
  <image src="{{item.avatar}}" mode="aspectFill"/>
  <text>{{item.name || '未命名'}}，{{item.count > 99 ? '99+' : item.count}}</text>
  <button open-type="{{agreed ? 'getPhoneNumber' : ''}}" bindgetphonenumber="phone" disabled="{{ !ready }}">授权手机号</button>
</view>
`, 500))
	visit := TemplateVisitor{Element: func(*Element) {}, Comment: func(source.Range) {}, Mustache: func(source.Range) {}}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Elements(data, 0, len(data), visit)
	}
}

func BenchmarkElementsDamaged(b *testing.B) {
	data := []byte(strings.Repeat(`<a b="{{'\'" c='{{["' `, 50000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Elements(data, 0, len(data), TemplateVisitor{})
	}
}
