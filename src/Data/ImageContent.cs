namespace Research.Data;

/// <summary>A picture.</summary>
public sealed class ImageContent : ItemContent<Image>
{
    /// <summary>Content that is in memory already.</summary>
    public ImageContent(Image value)
        : base(value) { }

    /// <summary>Content that is read when it is first asked for.</summary>
    /// <param name="load">Called once, by any thread; its failures name the file.</param>
    public ImageContent(Func<Image> load)
        : base(load) { }

    internal override ItemContent Anew() => Loader is { } load ? new ImageContent(load) : this;

    internal override string Kind => "an image";
}
