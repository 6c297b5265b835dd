/// What a user says of a request, in the shell or in the dashboard, understood the same way.
package dev.easel.app.tui.request;
