using Research.Numerics;

namespace Research.Data.Splits;

/// <summary>Reads published list files: an item a line, with or without folder and extension ("blues/blues.00029.wav").</summary>
public static class PublishedListFile
{
    /// <summary>The part of each item by its name.</summary>
    /// <param name="files">Text of each file and the part that it lists. Empty lines are left out.</param>
    /// <exception cref="ResearchException">An item is listed twice.</exception>
    public static IReadOnlyDictionary<string, Subset> Of(params IReadOnlyList<(Subset Subset, string Text)> files)
    {
        var parts = new Dictionary<string, Subset>();
        foreach ((Subset subset, string text) in files)
        {
            foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!parts.TryAdd(NameOf(line), subset))
                {
                    throw new ResearchException($"'{line}' is listed twice; an item is in one part, and there once.");
                }
            }
        }

        return parts;
    }

    // A number after a dot is part of the name: "blues.00029".
    private static string NameOf(string line)
    {
        string file = Path.GetFileName(line);
        return Path.GetExtension(file) is ['.', var first, ..] && char.IsAsciiLetter(first)
            ? Path.GetFileNameWithoutExtension(file)
            : file;
    }
}
