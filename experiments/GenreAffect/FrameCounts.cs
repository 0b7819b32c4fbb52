namespace Research.Experiments.GenreAffect;

/// <summary>Tables of how many frames a track has, and how many are left between beats.</summary>
internal static class FrameCounts
{
    public const string BetweenBeats = "between_beats";

    public static ResultTable OfTracks(IEnumerable<FramePicture> pictures)
    {
        var table = new ResultTable(
            "frames",
            [
                .. Column.Texts("track", "genre"),
                Column.Number("seconds", 2),
                .. Column.Counts("frames", BetweenBeats),
                .. Column.Numbers(4, "seconds_a_frame", "seconds_between_beats"),
            ]
        );
        foreach (FramePicture own in pictures)
        {
            (int frames, int segments) = (own.Mel.Rows, own.MelBetweenBeats.Rows);
            table.Add(own.Item.Id, own.Item.Label, own.Seconds, frames, segments, own.Seconds / frames, own.Seconds / segments);
        }

        return table;
    }

    /// <summary>Means over the tracks of each genre, and the fewest and most that one has.</summary>
    /// <param name="frames">One an item.</param>
    /// <param name="segments">One an item.</param>
    public static ResultTable OfGenres(Dataset data, Matrix[] frames, Matrix[] segments)
    {
        var table = new ResultTable(
            "counts",
            [
                Column.Text("genre"),
                Column.Count("tracks"),
                .. Column.Numbers(2, "frames", BetweenBeats),
                .. Column.Counts("fewest", "most"),
            ]
        );
        foreach (var genre in data.Items.Index().GroupBy(own => own.Item.Label).OrderBy(own => own.Key, StringComparer.Ordinal))
        {
            int[] places = [.. genre.Select(own => own.Index)];
            int[] left = [.. places.Select(i => segments[i].Rows)];
            table.Add(
                genre.Key,
                places.Length,
                OrderedSum.Mean([.. places.Select(i => (double)frames[i].Rows)]),
                OrderedSum.Mean([.. left.Select(count => (double)count)]),
                left.Min(),
                left.Max()
            );
        }

        return table;
    }
}
