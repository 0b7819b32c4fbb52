namespace Research.Features.Spectral;

/// <summary>Mel bands in decibels, some seconds at a time. Where the loudest value counts, the signal is gone through twice.</summary>
internal static class DecibelParts
{
    /// <summary>Decibels, shape [frames, bands] a part, with the number of its first frame.</summary>
    public static IEnumerable<(long First, FrameLanes Decibels)> Of(MelParts mel, DecibelSettings settings)
    {
        settings.Check();
        return Each(mel, settings);
    }

    private static IEnumerable<(long First, FrameLanes Decibels)> Each(MelParts mel, DecibelSettings settings)
    {
        bool limited = settings.RangeDecibels is not null || settings.Reference == DecibelReference.Maximum;
        double? maximum = limited && !mel.IsOne ? Scaled(mel, settings).Max(part => Decibels.Maximum(part.Decibels)) : null;
        foreach ((long first, FrameLanes decibels) in Scaled(mel, settings))
        {
            Decibels.Limit(decibels, settings, maximum ?? Decibels.Maximum(decibels));
            yield return (first, decibels);
        }
    }

    private static IEnumerable<(long First, FrameLanes Decibels)> Scaled(MelParts mel, DecibelSettings settings) =>
        mel.All()
            .Select(part =>
            {
                Decibels.Scale(part.Mel, settings);
                return (part.First, part.Mel);
            });
}
