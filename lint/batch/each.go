package batch

import (
	"context"
	"sync"
)

// Each calls work for every input, at most jobs at a time, and emit for every
// outcome, in the order of the inputs. It reads no further than twice as many
// inputs as there are jobs before their outcomes are emitted, so memory does
// not grow with the number of inputs. It ends when inputs is closed, with the
// first error of emit, or with that of the context; work is over then.
func Each[T any](ctx context.Context, jobs int, inputs <-chan string, work func(context.Context, string) T, emit func(T) error) error {
	ctx, stop := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()
	free := make(chan struct{}, jobs)
	var waiting []chan T
	for inputs != nil || len(waiting) > 0 {
		var more <-chan string
		if len(waiting) < 2*jobs {
			more = inputs
		}
		var first chan T
		if len(waiting) > 0 {
			first = waiting[0]
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case input, ok := <-more:
			if !ok {
				inputs = nil
				continue
			}
			outcome := make(chan T, 1)
			waiting = append(waiting, outcome)
			running.Go(func() {
				free <- struct{}{}
				defer func() { <-free }()
				outcome <- work(ctx, input)
			})
		case outcome := <-first:
			waiting = waiting[1:]
			if err := emit(outcome); err != nil {
				return err
			}
		}
	}
	return nil
}
