package main

import (
	"fmt"
	"io"
	"time"
)

// waiting tells a person at a terminal, after a second and then every second,
// that work goes on. The caller calls stop when it is done.
func (a *app) waiting(quiet bool) (stop func()) {
	if quiet || !isTerminal(a.errs) || dumb() {
		return func() {}
	}
	ticker := time.NewTicker(time.Second)
	clear := tell(a.errs, a.say("mplint: reading", "mplint：正在读取"), ticker.C)
	return func() {
		ticker.Stop()
		clear()
	}
}

// tell writes a line over and over, one for each tick, and takes it away when
// it is stopped.
func tell(w io.Writer, text string, tick <-chan time.Time) (stop func()) {
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for seconds := 0; ; {
			select {
			case <-tick:
				seconds++
				fmt.Fprintf(w, "\r%s ... %d s", text, seconds)
			case <-done:
				if seconds > 0 {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			}
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}
