using Research.Shape.Sources;

namespace Research.Shape.Duplicates;

/// <summary>Finds the pairs of files (a file and itself among them) that share six or more lines, alike or of the same shape.</summary>
/// <remarks>
/// Two lines have the same shape when their tokens are equal once names, strings and numbers are replaced. A run of six lines
/// that stands in more than eight places is too common to count.
/// </remarks>
public static class SharedPairs
{
    private const int RunLines = 6;
    private const int MostPlaces = 8;

    /// <summary>The pairs, longest run first.</summary>
    public static IReadOnlyList<SharedPair> Among(IReadOnlyList<SourceFile> files)
    {
        CodeLine[][] lines = [.. files.Select(file => CodeLine.Of(file).ToArray())];
        var starts = new Dictionary<(int First, int Second), HashSet<(int First, int Second)>>();
        foreach ((Place a, Place b) in Same(lines, line => line.Shape).Concat(Same(lines, line => line.Exact)))
        {
            if (!starts.TryGetValue((a.File, b.File), out HashSet<(int, int)>? runs))
            {
                starts[(a.File, b.File)] = runs = [];
            }

            runs.Add((a.Line, b.Line));
        }

        return
        [
            .. starts
                .Select(pair => Longest(files, lines, pair.Key, pair.Value))
                .OrderByDescending(pair => pair.Length)
                .ThenBy(pair => pair.First, StringComparer.Ordinal)
                .ThenBy(pair => pair.Second, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(Place, Place)> Same(CodeLine[][] files, Func<CodeLine, string> text)
    {
        IEnumerable<(string Key, Place Place)> runs = files.SelectMany((lines, file) => Runs(lines, file, text));
        foreach (Place[] places in runs.GroupBy(run => run.Key, run => run.Place).Select(group => group.ToArray()))
        {
            for (int i = 0; places.Length <= MostPlaces && i < places.Length; i++)
            {
                foreach (Place later in places[(i + 1)..].Where(later => !Overlap(places[i], later)))
                {
                    yield return (places[i], later);
                }
            }
        }
    }

    private static IEnumerable<(string, Place)> Runs(CodeLine[] lines, int file, Func<CodeLine, string> text) =>
        Enumerable
            .Range(0, Math.Max(0, lines.Length - RunLines + 1))
            .Select(start => (string.Join('\n', lines[start..(start + RunLines)].Select(text)), new Place(file, start)));

    private static bool Overlap(Place a, Place b) => a.File == b.File && b.Line - a.Line < RunLines;

    private static SharedPair Longest(
        IReadOnlyList<SourceFile> files,
        CodeLine[][] lines,
        (int First, int Second) pair,
        HashSet<(int First, int Second)> starts
    )
    {
        ((int First, int Second) start, int length) = starts
            .Where(run => !starts.Contains((run.First - 1, run.Second - 1)))
            .Select(run => (run, Length(run, starts)))
            .OrderByDescending(run => run.Item2)
            .ThenBy(run => run.run)
            .First();
        (CodeLine[] first, CodeLine[] second) = (lines[pair.First], lines[pair.Second]);
        return new(
            files[pair.First].Path,
            (first[start.First].Number, first[start.First + length - 1].Number),
            files[pair.Second].Path,
            (second[start.Second].Number, second[start.Second + length - 1].Number),
            length
        );
    }

    private static int Length((int First, int Second) start, HashSet<(int First, int Second)> starts)
    {
        int more = 1;
        while (starts.Contains((start.First + more, start.Second + more)))
        {
            more++;
        }

        return RunLines + more - 1;
    }

    private readonly record struct Place(int File, int Line);
}
