namespace Research.Results.Svg;

/// <summary>The axis of named bands, the first at the bottom, each as high as the others.</summary>
internal static class BandTicks
{
    private const int Labels = 12;

    /// <summary>A name at the middle of its band; of many, every so many.</summary>
    /// <param name="names">At least one.</param>
    public static Ticks Of(IReadOnlyList<string> names)
    {
        int step = (names.Count + Labels - 1) / Labels;
        int[] named = [.. Enumerable.Range(0, names.Count).Where(band => band % step == 0)];
        return new(0, names.Count, [.. named.Select(band => band + 0.5)], [.. named.Select(band => names[band])]);
    }
}
