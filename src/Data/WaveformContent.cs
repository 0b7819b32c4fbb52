namespace Research.Data;

/// <summary>A recording, or a piece that is rendered.</summary>
public sealed class WaveformContent : ItemContent<Waveform>
{
    /// <summary>Content that is in memory already.</summary>
    public WaveformContent(Waveform value)
        : base(value) { }

    /// <summary>Content that is read when it is first asked for.</summary>
    /// <param name="load">Called once, by any thread; its failures name the file.</param>
    public WaveformContent(Func<Waveform> load)
        : base(load) { }

    internal override ItemContent Anew() => Loader is { } load ? new WaveformContent(load) : this;

    internal override string Kind => "a waveform";
}
