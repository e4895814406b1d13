package lock

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mplint/mplint/lint/source"
)

func example() *File {
	return &File{Projects: []*Project{
		{Root: "shop", Platform: "wechat", Capabilities: []Capability{
			{Name: "wx.login", Origin: Own, DataTypes: []string{"account-id"}},
			{Name: "wx.getLocation", Origin: "@map/kit", DataTypes: []string{"location-precise"}},
			{Name: "wx.getLocation", Origin: Own, DataTypes: []string{"location-precise"}},
			{Name: FormField, Origin: Own, DataTypes: []string{"name"}},
			{Name: FormField, Origin: Own, DataTypes: []string{"birthday"}},
		}, ThirdParties: []ThirdParty{{Kind: "sdk", Name: "umeng"}, {Kind: "package", Name: "@map/kit"}},
			Purposes: []Purpose{{For: "scope.userLocation", Text: "附近 <\"门店\"> & 路线\n\u2028"}}},
		{Root: "shop", Platform: "alipay"},
		{Root: ".", Platform: "wechat"},
	}}
}

func written(t *testing.T, f *File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parse(t *testing.T, doc []byte) *File {
	t.Helper()
	f, err := Parse(&source.File{Path: FileName, Data: doc})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReadWhatIsWritten(t *testing.T) {
	doc := written(t, example())
	f := parse(t, doc)
	if again := written(t, f); !bytes.Equal(again, doc) {
		t.Errorf("read and written anew:\n%s\nwas\n%s", again, doc)
	}
	p := f.Find("shop", "wechat")
	if p == nil || p.Capability("wx.getLocation", "@map/kit") == nil || p.Field("birthday") == nil || !p.Has("sdk", "umeng") {
		t.Fatalf("items are missing in %+v", p)
	}
	if text, _ := p.Purpose("scope.userLocation"); text != "附近 <\"门店\"> & 路线\n\u2028" {
		t.Errorf("the purpose became %q", text)
	}
	if c := p.Capability("wx.login", Own); f.Source.Text(c.Range) != `{ "name": "wx.login", "origin": "own", "dataTypes": ["account-id"] }` {
		t.Errorf("wx.login stands at %q", f.Source.Text(c.Range))
	}
}

func TestSchema(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile("lock.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*File{"empty": {}, "example": example()} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, f)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOneLine: wherever an item comes in, exactly one line is added and none
// is changed.
func TestOneLine(t *testing.T) {
	before := lines(written(t, example()))
	for _, add := range []func(*Project){
		func(p *Project) { p.capability("a.first", Own, []string{"name"}) },
		func(p *Project) { p.capability("wx.zLast", Own, []string{"name"}) },
		func(p *Project) { p.ThirdParties = append(p.ThirdParties, ThirdParty{Kind: "sdk", Name: "zzz"}) },
		func(p *Project) { p.Purposes = append(p.Purposes, Purpose{For: "zzz", Text: "x"}) },
	} {
		for i := range example().Projects {
			f := example()
			add(f.Projects[i])
			after := lines(written(t, f))
			at := 0
			for at < len(before) && before[at] == after[at] {
				at++
			}
			if len(after) != len(before)+1 || !slices.Equal(after[at+1:], before[at:]) {
				t.Errorf("more than one line is new:\n%s", written(t, f))
			}
		}
	}
}

func lines(doc []byte) (out []string) {
	for line := range bytes.Lines(doc) {
		out = append(out, string(line))
	}
	return out
}

func TestSameInAnotherLayout(t *testing.T) {
	flat := bytes.ReplaceAll(written(t, example()), []byte("\n"), []byte(" "))
	if !Same(parse(t, flat), example()) {
		t.Error("another layout counts as another content")
	}
	other := example()
	other.Projects[0].Purposes[0].Text = "x"
	if Same(other, example()) {
		t.Error("another purpose counts as the same")
	}
}

func TestUnusable(t *testing.T) {
	for _, doc := range []string{
		"", "[]", "{", `{"lockVersion": 2, "projects": []}`, `{"projects": []}`, `{"lockVersion": 1, "projects": [{"root": "."}]}`,
		"{\"lockVersion\": 1,\n<<<<<<< ours\n\"projects\": []}",
	} {
		var wrong *FormatError
		if _, err := Parse(&source.File{Path: FileName, Data: []byte(doc)}); !errors.As(err, &wrong) || wrong.Line < 1 {
			t.Errorf("%q: %v", doc, err)
		}
	}
	if _, err := Load(filepath.Join(t.TempDir(), FileName), FileName); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an absent file: %v", err)
	}
}
