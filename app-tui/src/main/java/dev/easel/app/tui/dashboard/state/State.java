package dev.easel.app.tui.dashboard.state;

/// All that the dashboard knows at a moment.
///
/// @param world what surrounds it
/// @param place where the user is
/// @param layers what lies over the tab
/// @param books the sums
/// @param requests the list of requests
/// @param jobs what this process is making
/// @param messages what was told
/// @param options what the user set
/// @param drafts the requests that are not sent yet
/// @param pictures what is to be seen of pictures
public record State(
    World world,
    Place place,
    Layers layers,
    Books books,
    Requests requests,
    Jobs jobs,
    Messages messages,
    Options options,
    Drafts drafts,
    Pictures pictures) {

  /// The same with one part replaced.
  public State with(Part part) {
    return new State(
        part instanceof World other ? other : world,
        part instanceof Place other ? other : place,
        part instanceof Layers other ? other : layers,
        part instanceof Books other ? other : books,
        part instanceof Requests other ? other : requests,
        part instanceof Jobs other ? other : jobs,
        part instanceof Messages other ? other : messages,
        part instanceof Options other ? other : options,
        part instanceof Drafts other ? other : drafts,
        part instanceof Pictures other ? other : pictures);
  }

  /// The same under another layer on top.
  public State under(Layer layer) {
    return with(layers.with(layer));
  }

  /// The same with a message.
  public State saying(Message.Severity severity, String text) {
    return with(messages.with(new Message(world.now(), severity, text)));
  }
}
