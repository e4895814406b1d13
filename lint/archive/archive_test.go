package archive

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// makers make the same archive of each kind.
var makers = map[string]func(testing.TB, ...item) []byte{Zip: makeZip, TarGzip: makeTarGzip}

var all = Options{Limits: DefaultLimits}

// unpack unpacks into a new folder and returns what lies there.
func unpack(t testing.TB, kind string, data []byte, o Options) (files map[string]string, links []string, err error) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a", "b")
	check(t, os.MkdirAll(dir, 0o700))
	links, err = Unpack(t.Context(), kind, bytes.NewReader(data), int64(len(data)), dir, o)
	above := filepath.Dir(filepath.Dir(dir))
	files = map[string]string{}
	check(t, filepath.WalkDir(above, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, relErr := filepath.Rel(dir, path)
		if relErr != nil || !filepath.IsLocal(rel) || !d.Type().IsRegular() {
			t.Errorf("%s was made", path)
			return nil
		}
		text, err := os.ReadFile(path)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	}))
	return files, links, err
}

func TestUnpack(t *testing.T) {
	long := strings.Repeat("long-name/", 20) + "位置.js"
	items := []item{
		{name: "app", kind: folder}, {name: "app/app.json", text: "{}"}, {name: "./app/./p//p.js", text: "1"},
		{name: `win\p.js`, text: "2"}, {name: long, text: "3"}, {name: "big.js", text: strings.Repeat("x", 100_000)}, {name: "empty.js"},
		{name: "app/link.js", kind: symlink, target: "../app/p/p.js"}, {name: "a.png", text: "4"}, {name: "l.png", kind: symlink, target: "a.png"},
	}
	want := map[string]string{"app/app.json": "{}", "app/p/p.js": "1", "win/p.js": "2", long: "3", "big.js": items[5].text, "empty.js": ""}
	o := Options{Limits: DefaultLimits, Wanted: func(name string) bool { return filepath.Ext(name) != ".png" }}
	for kind, make := range makers {
		files, links, err := unpack(t, kind, make(t, items...), o)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for name, text := range want {
			if files[name] != text {
				t.Errorf("%s: %s is %.20q", kind, name, files[name])
			}
		}
		if len(files) != len(want) || !slices.Equal(links, []string{"app/link.js"}) {
			t.Errorf("%s: %d files, links %v", kind, len(files), links)
		}
	}
}

// TestRefused: every way to write elsewhere, or to write one file twice.
func TestRefused(t *testing.T) {
	good := item{name: "app.json", text: "{}"}
	for name, c := range map[string]struct {
		why   Reason
		items []item
		only  string // the kind of archive that can say so
	}{
		"above":            {Upward, []item{{name: "../x.js"}}, ""},
		"above within":     {Upward, []item{{name: "a/../x.js"}}, ""},
		"above, Windows":   {Upward, []item{{name: `a\..\..\x.js`}}, ""},
		"above, folder":    {Upward, []item{{name: "..", kind: folder}}, ""},
		"absolute":         {Absolute, []item{{name: "/tmp/x.js"}}, ""},
		"share of Windows": {Absolute, []item{{name: `\\host\x.js`}}, ""},
		"drive":            {Drive, []item{{name: `C:\x.js`}}, ""},
		"drive, relative":  {Drive, []item{{name: "c:x.js"}}, ""},
		"NUL":              {NulInName, []item{{name: "x.js\x00.png"}}, Zip},
		"no name":          {NoName, []item{{name: ""}}, ""},
		"the folder":       {Twice, []item{{name: "."}}, ""},
		"long element":     {NameTooLong, []item{{name: strings.Repeat("x", 256) + ".js"}}, ""},
		"long path":        {NameTooLong, []item{{name: strings.Repeat("x/", 600) + "x.js"}}, ""},
		"twice":            {Twice, []item{good}, ""},
		"twice, disguised": {Twice, []item{{name: "./app.json"}}, ""},
		"file, folder":     {Twice, []item{{name: "app.json/x.js"}}, ""},
		"folder, file":     {Twice, []item{{name: "a/x.js"}, {name: "a"}}, ""},
		"link above":       {LinkOut, []item{{name: "a/l", kind: symlink, target: "../../x"}}, ""},
		"link absolute":    {LinkOut, []item{{name: "l", kind: symlink, target: "/etc/passwd"}}, ""},
		"link, drive":      {LinkOut, []item{{name: "l", kind: symlink, target: `C:\x`}}, ""},
		"link, then file":  {LinkOut, []item{{name: "l", kind: symlink, target: ".."}, {name: "l/x.js"}}, ""},
		"hard link above":  {LinkOut, []item{{name: "l", kind: hardlink, target: "../x"}}, TarGzip},
		"hard link":        {HardLink, []item{{name: "l", kind: hardlink, target: "app.json"}}, TarGzip},
		"device":           {Special, []item{{name: "d", kind: special}}, ""},
	} {
		for kind, make := range makers {
			if c.only != "" && c.only != kind {
				continue
			}
			_, _, err := unpack(t, kind, make(t, append([]item{good}, c.items...)...), all)
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Why != c.why || refused.TooLarge() {
				t.Errorf("%s in %s: got %v", name, kind, err)
			}
		}
	}
}

// TestAccepted: what only looks like the above.
func TestAccepted(t *testing.T) {
	for _, items := range [][]item{
		{{name: "..x/...js"}, {name: "a..b/x.js"}, {name: "x..js"}},
		{{name: "a", kind: folder}, {name: "a", kind: folder}, {name: "a/x.js"}},
		{{name: strings.Repeat("x", 252) + ".js"}},
		{{name: "a/l", kind: symlink, target: "../x"}, {name: "m", kind: symlink, target: "nowhere"}},
	} {
		for kind, make := range makers {
			if _, _, err := unpack(t, kind, make(t, items...), all); err != nil {
				t.Errorf("%v in %s: %v", items, kind, err)
			}
		}
	}
}

func TestLimits(t *testing.T) {
	small := Limits{Entries: 10, Names: 100_000, Entry: 1000, Total: 2000, Ratio: 5, Small: 1500}
	many := make([]item, 11)
	for i := range many {
		many[i].name = string(rune('a'+i)) + ".js"
	}
	zeros := strings.Repeat("\x00", 900)
	noise := randomText(900)
	for name, c := range map[string]struct {
		why   Reason
		items []item
	}{
		"fits":           {"", []item{{name: "a.js", text: zeros}, {name: "b.js", text: noise}}},
		"entries":        {TooManyEntries, many},
		"folders":        {TooManyEntries, []item{{name: strings.Repeat("d/", 10) + "x.js"}}},
		"one file":       {EntryTooLarge, []item{{name: "a.js", text: zeros + zeros}}},
		"all files":      {TotalTooLarge, []item{{name: "a.js", text: noise}, {name: "b.js", text: noise}, {name: "c.js", text: noise}}},
		"not wanted too": {TotalTooLarge, []item{{name: "a.png", text: noise}, {name: "b.png", text: noise}, {name: "c.png", text: noise}}},
		"compression":    {RatioTooLarge, []item{{name: "a.js", text: zeros}, {name: "b.js", text: zeros}}},
	} {
		for kind, make := range makers {
			_, _, err := unpack(t, kind, make(t, c.items...), Options{Limits: small, Wanted: func(name string) bool { return filepath.Ext(name) == ".js" }})
			var refused *RefusedError
			if c.why == "" && err == nil {
				continue
			}
			if !errors.As(err, &refused) || refused.Why != c.why || !refused.TooLarge() {
				t.Errorf("%s in %s: got %v", name, kind, err)
			}
		}
	}
}

// randomText does not become shorter by packing; it is the same every time.
func randomText(n int) string {
	text, x := make([]byte, n), uint32(1)
	for i := range text {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		text[i] = byte(x)
	}
	return string(text)
}

// TestNamesBounded: a zip's directory is not read into memory as a whole when
// it is too large, a tar's names neither.
func TestNamesBounded(t *testing.T) {
	var items []item
	for i := range 2000 {
		items = append(items, item{name: strings.Repeat("x", 100) + string(rune(0x4e00+i))})
	}
	o := Options{Limits: DefaultLimits}
	o.Limits.Names = 150_000
	for kind, make := range makers {
		_, _, err := unpack(t, kind, make(t, items...), o)
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Why != NamesTooLarge {
			t.Errorf("%s: got %v", kind, err)
		}
	}
}

// TestHeaderBomb: a tar may unpack to nothing but headers.
func TestHeaderBomb(t *testing.T) {
	extended := append(makeTar(t, item{name: "x"})[:tarBlock:tarBlock], make([]byte, tarBlock)...)
	extended[156] = tarExtended
	copy(extended[124:], "00000000013")
	resum(extended)
	copy(extended[tarBlock:], "11 path=ab\n")
	bomb := bytes.Repeat(extended, 2000)
	o := Options{Limits: Limits{Entries: 10, Names: 1000, Entry: 1000, Total: 1000, Ratio: 1000, Small: 1000}}
	_, _, err := unpack(t, TarGzip, pack(t, bomb), o)
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Why != TotalTooLarge {
		t.Errorf("got %v", err)
	}
}

// TestLyingSize: the size that a zip declares is not trusted.
func TestLyingSize(t *testing.T) {
	data := makeZip(t, item{name: "a.js", text: strings.Repeat("x", 5000)})
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	copy(data[at+24:], []byte{1, 0, 0, 0}) // the uncompressed size
	o := all
	o.Limits.Entry = 100
	files, _, err := unpack(t, Zip, data, o)
	if err == nil || len(files["a.js"]) > 100 {
		t.Errorf("got %v and %d bytes", err, len(files["a.js"]))
	}
}

func TestDamaged(t *testing.T) {
	items := []item{{name: "app.json", text: "{}"}, {name: "b.js", text: randomText(3000)}}
	encrypted := makeZip(t, items...)
	encrypted[bytes.LastIndex(encrypted, []byte("PK\x01\x02"))+8] |= 1
	var refused *RefusedError
	if _, _, err := unpack(t, Zip, encrypted, all); !errors.As(err, &refused) || refused.Why != Encrypted {
		t.Errorf("encrypted: got %v", err)
	}
	for kind, make := range makers {
		whole := make(t, items...)
		flipped := bytes.Clone(whole)
		flipped[len(whole)/2] ^= 0x55
		for name, data := range map[string][]byte{"empty": nil, "cut": whole[:len(whole)-20], "flipped": flipped, "text": []byte("hello, this is no archive at all")} {
			var damaged *DamagedError
			if _, _, err := unpack(t, kind, data, all); !errors.As(err, &damaged) {
				t.Errorf("%s %s: got %v", name, kind, err)
			}
		}
	}
	var damaged *DamagedError
	if _, _, err := unpack(t, TarGzip, pack(t, []byte(strings.Repeat("no tar", 200))), all); !errors.As(err, &damaged) {
		t.Errorf("gzip of a text: got %v", err)
	}
}

// TestCancelled: the end of the context ends the unpacking within a file.
func TestCancelled(t *testing.T) {
	for kind, make := range makers {
		data := make(t, item{name: "a.js", text: randomText(200_000)}, item{name: "b.js", text: "b"})
		ctx, cancel := context.WithCancel(t.Context())
		dir := t.TempDir()
		o := Options{Limits: DefaultLimits, Wanted: func(string) bool { cancel(); return true }}
		if _, err := Unpack(ctx, kind, bytes.NewReader(data), int64(len(data)), dir, o); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", kind, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "b.js")); err == nil {
			t.Errorf("%s: unpacked to the end", kind)
		}
	}
}

// TestHostError: a folder that nothing can be written to is no fault of the
// archive.
func TestHostError(t *testing.T) {
	data := makeZip(t, item{name: "a.js"})
	var host *HostError
	if _, err := Unpack(t.Context(), Zip, bytes.NewReader(data), int64(len(data)), filepath.Join(t.TempDir(), "gone"), all); !errors.As(err, &host) {
		t.Errorf("got %v", err)
	}
	if os.Geteuid() == 0 {
		return // whom no permission stops
	}
	dir := t.TempDir()
	check(t, os.Chmod(dir, 0o500))
	_, err := Unpack(t.Context(), Zip, bytes.NewReader(data), int64(len(data)), dir, all)
	if !errors.As(err, &host) || strings.Contains(err.Error(), dir) {
		t.Errorf("got %v", err)
	}
}

func TestKind(t *testing.T) {
	for name, want := range map[string]string{"a.zip": Zip, "b/A.ZIP": Zip, "a.tar.gz": TarGzip, "a.TGZ": TarGzip, "a.tar": "", "zip": "", "a.gz": ""} {
		if got := Kind(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
