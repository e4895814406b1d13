package project

import "github.com/mplint/mplint/lint/source"

// TriggerKind is what makes a request run.
type TriggerKind string

// The kinds of trigger.
const (
	AppLaunch  TriggerKind = "app-launch"  // the program opens
	AppShow    TriggerKind = "app-show"    // the program comes to the front
	PageLoad   TriggerKind = "page-load"   // a page opens: onLoad, onReady, created, mounted
	PageShow   TriggerKind = "page-show"   // a page comes to the front
	UserAction TriggerKind = "user-action" // a tap, or another event that a template binds
	OtherCause TriggerKind = "other"       // an event of something else, a watcher, a lifecycle of a component
)

// Guard is a condition on the way to a request that makes it no surprise.
type Guard string

// The guards.
const (
	NoGuard   Guard = ""
	Granted   Guard = "granted"   // the permission was given before: authSetting
	Consented Guard = "consented" // the user has agreed to the privacy terms
	Chosen    Guard = "chosen"    // the user has just chosen it in a dialog
)

// Place is a range of a file with a name for it.
type Place struct {
	File  *source.File
	Range source.Range
	Name  string
}

// Trigger is one way in which a request comes to run.
type Trigger struct {
	Kind   TriggerKind
	Hook   Place   // the name of the life-cycle function or handler
	Page   string  // path of the page that the hook belongs to, or ""
	Entry  bool    // it is the page that the program opens with
	Tab    bool    // it is a page of the tab bar
	Path   []Place // the calls from the hook to the request
	Guard  Guard
	Branch []Branch // of which calls the request is a consequence, innermost first
	Sure   bool     // every step was resolved by a name that means one function only

	granted []string // the scopes that Granted is about, "" where one could not be read
}

// Branch is the outcome of another call in which a request stands.
type Branch struct {
	Outcome string // "success", "fail" or "complete"
	Member  string // of the platform's object: "getSetting"; "" for another call
	At      Place  // the other call
}

// Call is a use of the platform's object that follows from a refusal.
type Call struct {
	Member   string // "reLaunch"
	Argument string // the first string among its arguments, or ""
	At       Place
	Branch   Branch   // what it belongs to: "fail", "complete" whatever the answer, or "after" a refusal that nothing looks at
	Path     []Place  // calls of own functions on the way from the branch
	Via      []Branch // outcomes of other calls on the way, outermost first
	Chosen   bool     // the user picked it in a dialog that can be cancelled
	Tested   bool     // it stands under a condition whose meaning is not known
	Sure     bool     // every step was resolved by a name that means one function only
}

// Refusal is what a program does when the user refuses a request.
type Refusal struct {
	Handled bool   // there is a branch for it
	Calls   []Call // what it leads to; one place may follow in several ways
	Known   bool   // the branch could be read; a function passed in from elsewhere cannot
	NoOther bool   // the dialog that it stands in has no other button
}

// Together is several prompts that come up with nothing that the user does
// between them.
type Together struct {
	Hook     Trigger    // what runs them all; of kind OtherCause with Promise.all as the hook where that lists them
	Requests []*Request // two or more, in the order of the source
}

// PhoneGate is a page that only the phone-number button leads on from.
type PhoneGate struct {
	Button *Request
	Page   string    // its path
	Entry  bool      // the program opens with it
	From   []Trigger // the life-cycle functions that send the user there; the last place of the path is the call
}
