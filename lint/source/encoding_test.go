package source

import (
	"testing"
	"unicode/utf8"
)

func TestOffsets(t *testing.T) {
	f := &File{Data: []byte("\uFEFFa你😀b\r\n\n你x\rz")}
	for _, tt := range []struct{ line, utf16, utf8, offset int }{
		{1, 1, 1, 3}, {1, 2, 2, 4}, {1, 3, 5, 7}, {1, 4, 6, 7}, {1, 4, 8, 7}, {1, 5, 9, 11}, {1, 6, 10, 12}, {1, 7, 11, 12}, {1, 99, 99, 12},
		{2, 1, 1, 14}, {2, 2, 2, 14}, {3, 2, 4, 18}, {3, 2, 3, 15}, {4, 2, 2, 21}, {5, 1, 1, 21}, {0, 5, 5, 3}, {-1, 1, -9, 3},
	} {
		if got := f.OffsetUTF8(tt.line, tt.utf8); got != tt.offset {
			t.Errorf("%d:%d in bytes is %d, not %d", tt.line, tt.utf8, got, tt.offset)
		}
		if tt.line == 3 && tt.utf8 == 3 {
			continue // inside a character that is one unit in UTF-16
		}
		if got := f.OffsetUTF16(tt.line, tt.utf16); got != tt.offset {
			t.Errorf("%d:%d in UTF-16 is %d, not %d", tt.line, tt.utf16, got, tt.offset)
		}
	}
}

// Places that Position gives lead back to where they come from.
// A file that begins in the middle of a character has no place before it.
func TestOffsetsOfBrokenText(t *testing.T) {
	f := &File{Data: []byte("\x80a")}
	if got := f.OffsetUTF8(1, 1); got != 0 {
		t.Errorf("the first byte is at %d", got)
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add([]byte("\uFEFFa你😀b\r\n\n你x\rz"), 7)
	f.Fuzz(func(t *testing.T, data []byte, offset int) {
		file := &File{Data: data}
		p := file.Position(offset)
		back, again := file.OffsetUTF16(p.Line, p.UTF16), file.OffsetUTF8(p.Line, file.UTF8(offset))
		if back < 0 || back > len(data) || again < 0 || again > len(data) {
			t.Fatalf("%d and %d of %d", back, again, len(data))
		}
		r := file.LineRange(p.Line)
		if utf8.Valid(data) && p.Offset >= r.Start && p.Offset <= r.End && (p.Offset == len(data) || utf8.RuneStart(data[p.Offset])) && (back != p.Offset || again != p.Offset) {
			t.Errorf("%+v leads to %d and %d in %q", p, back, again, data)
		}
	})
}
