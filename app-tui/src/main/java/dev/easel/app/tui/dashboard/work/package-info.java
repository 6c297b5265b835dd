/// What the dashboard does outside its state: it reads the books, makes pictures, writes files.
/// Each piece of work runs on a virtual thread, and what comes of it comes back as an event.
package dev.easel.app.tui.dashboard.work;
