package project

import (
	"bytes"
	"iter"
	"sync/atomic"
	"testing"
)

func TestParallelPanics(t *testing.T) {
	var seen atomic.Int64
	each := func(indexes iter.Seq[int]) {
		for i := range indexes {
			if seen.Add(1); i == 3 {
				panic("at three")
			}
		}
	}
	for name, run := range map[string]func(){
		"one":    func() { parallel(1, 10, 1, each) },
		"two":    func() { parallel(2, 10, 1, each) },
		"nested": func() { parallel(2, 1, 1, func(iter.Seq[int]) { parallel(2, 10, 1, each) }) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				p, ok := recover().(*Panic)
				if !ok || p.Value != "at three" || !bytes.Contains(p.Stack, []byte("TestParallelPanics.func1")) {
					t.Errorf("it panics with %+v", p)
				}
			}()
			run()
			t.Error("it does not panic")
		})
	}
	seen.Store(0)
	parallel(2, 3, 1, each)
	if n := seen.Load(); n != 3 {
		t.Errorf("%d of 3 were visited", n)
	}
}
