package source

import "testing"

func TestPosition(t *testing.T) {
	f := &File{Data: []byte("a中😀b\r\n\tx\ry\n")}
	tests := []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1, 1, 0}},
		{1, Position{1, 2, 2, 1}},   // 中
		{4, Position{1, 3, 3, 4}},   // 😀
		{8, Position{1, 4, 5, 8}},   // b: the emoji takes two UTF-16 units
		{9, Position{1, 5, 6, 9}},   // \r
		{11, Position{2, 1, 1, 11}}, // tab
		{12, Position{2, 2, 2, 12}},
		{14, Position{3, 1, 1, 14}}, // after a lone \r
		{16, Position{4, 1, 1, 16}},
		{99, Position{4, 1, 1, 16}},
		{-1, Position{1, 1, 1, 0}},
	}
	for _, tt := range tests {
		if got := f.Position(tt.offset); got != tt.want {
			t.Errorf("Position(%d) = %+v, want %+v", tt.offset, got, tt.want)
		}
	}
	for off := range f.Data {
		if off == 2 || off == 3 || off > 4 && off < 8 {
			continue // inside a character
		}
		p := f.Position(off)
		if f.Data[off] != '\n' && f.Data[off] != '\r' && f.OffsetUTF16(p.Line, p.UTF16) != off {
			t.Errorf("OffsetUTF16(%d, %d) = %d, want %d", p.Line, p.UTF16, f.OffsetUTF16(p.Line, p.UTF16), off)
		}
	}
}

// TestPositionInAnyOrder: what was asked for before changes no place, inside of
// characters and of the byte order mark neither.
func TestPositionInAnyOrder(t *testing.T) {
	data := []byte("\xef\xbb\xbfa中😀b\xff\r\n\t中x\ry\n")
	for first := range data {
		for second := range data {
			f := &File{Data: data}
			f.Position(first)
			if got, want := f.Position(second), (&File{Data: data}).Position(second); got != want {
				t.Errorf("Position(%d) behind Position(%d) = %+v, want %+v", second, first, got, want)
			}
		}
	}
}

func TestByteOrderMark(t *testing.T) {
	f := &File{Data: []byte("\xef\xbb\xbfab\xffc")}
	if got, want := f.Position(3), (Position{1, 1, 1, 3}); got != want {
		t.Errorf("first character at %+v, want %+v", got, want)
	}
	if got, want := f.Position(6), (Position{1, 4, 4, 6}); got != want {
		t.Errorf("after an invalid byte at %+v, want %+v", got, want)
	}
	if got := f.Position(0).Column; got != 1 {
		t.Errorf("the mark itself stands in column %d", got)
	}
	if got := f.Text(f.LineRange(1)); got != "ab\xffc" {
		t.Errorf("line 1 is %q", got)
	}
}

func TestLineRange(t *testing.T) {
	f := &File{Data: []byte("one\r\n\r\nthree")}
	for line, want := range map[int]string{0: "", 1: "one", 2: "", 3: "three", 4: ""} {
		if got := f.Text(f.LineRange(line)); got != want {
			t.Errorf("line %d is %q, want %q", line, got, want)
		}
	}
	if f.LineCount() != 3 {
		t.Errorf("LineCount() = %d, want 3", f.LineCount())
	}
	if ended := (&File{Data: []byte("a\rb\r")}); ended.LineCount() != 3 {
		t.Errorf("%d lines of a file that a lone \\r ends, want 3", ended.LineCount())
	}
	if got := (&File{}).Position(0); got != (Position{1, 1, 1, 0}) {
		t.Errorf("empty file: %+v", got)
	}
	if got := f.Text(Range{4, 2}); got != "" {
		t.Errorf("a range that ends before it starts is %q", got)
	}
}
