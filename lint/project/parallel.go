package project

import (
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// parallel runs work in several goroutines, as many as there are processors where
// jobs is 0. Each takes the indexes below n that no other has taken, so many at
// a time. It panics with a Panic where one of them does.
func parallel(jobs, n, batch int, work func(indexes iter.Seq[int])) {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var taken atomic.Int64
	indexes := func(yield func(int) bool) {
		for {
			end := int(taken.Add(int64(batch)))
			for i := end - batch; i < min(end, n); i++ {
				if !yield(i) {
					return
				}
			}
			if end >= n {
				return
			}
		}
	}
	var wg sync.WaitGroup
	var first atomic.Pointer[Panic]
	for range min(jobs, (n+batch-1)/batch) {
		wg.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					first.CompareAndSwap(nil, panicOf(v))
				}
			}()
			work(indexes)
		})
	}
	wg.Wait()
	if p := first.Load(); p != nil {
		panic(p)
	}
}

// Panic is what a goroutine panicked with, raised again in the one that started
// it, which may recover from it.
type Panic struct {
	Value any
	Stack []byte // of the goroutine that panicked first
}

func panicOf(value any) *Panic {
	if p, ok := value.(*Panic); ok {
		return p
	}
	return &Panic{value, debug.Stack()}
}
