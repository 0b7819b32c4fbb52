namespace Research.Data.Own;

/// <summary>The course's twenty genres of FMA, ten of which remain: similar ones are merged, rare ones dropped (genre-affect, step 4).</summary>
internal static class CourseClasses
{
    /// <summary>The ten, in the study's order: its labels 0 to 9.</summary>
    public static IReadOnlyList<string> Merged =>
        ["Blues", "Classical", "Electronic", "Folk", "Hip-Hop", "Jazz", "Metal", "Pop", "Rock", "Trip-Hop"];

    private static string[] Dropped => ["Indie-Rock", "International", "Old-Time", "Post-Punk", "Soundtrack"];

    /// <summary>Whether the archive may have that label.</summary>
    public static bool IsKnown(string label) => Dropped.Contains(label) || Of(label) is not null;

    /// <summary>The class that a label belongs to; null for one that is dropped, or unknown.</summary>
    public static string? Of(string label) =>
        label switch
        {
            "Chiptune" => "Electronic",
            "Psych-Folk" => "Folk",
            "Punk" => "Metal",
            "Psych-Rock" or "Post-Rock" => "Rock",
            _ => Merged.Contains(label) ? label : null,
        };
}
