namespace Research.Shape.Folders;

/// <summary>Folders that all use each other, at once or through others.</summary>
/// <param name="Folders">Ordered by name; two or more.</param>
/// <param name="Shortest">A shortest way round through the first folder.</param>
public sealed record FolderCircle(IReadOnlyList<string> Folders, IReadOnlyList<FolderEdge> Shortest)
{
    /// <summary>The circles among the edges, each as large as it goes; none where folders use each other one way only.</summary>
    public static IReadOnlyList<FolderCircle> Among(IReadOnlyList<FolderEdge> edges)
    {
        ILookup<string, FolderEdge> from = edges.ToLookup(edge => edge.From);
        var circles = new List<FolderCircle>();
        var seen = new HashSet<string>();
        foreach (string folder in edges.Select(edge => edge.From).Distinct().Order(StringComparer.Ordinal))
        {
            string[] members = seen.Contains(folder) ? [] : Members(folder, from);
            if (members.Length > 1)
            {
                seen.UnionWith(members);
                circles.Add(new(members, WayBack(folder, from)));
            }
        }

        return circles;
    }

    public override string ToString() => string.Join("; ", Shortest);

    private static string[] Members(string folder, ILookup<string, FolderEdge> from) =>
        [
            .. Reached(folder, from)
                .Keys.Where(other => Reached(other, from).ContainsKey(folder))
                .Append(folder)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static List<FolderEdge> WayBack(string folder, ILookup<string, FolderEdge> from)
    {
        Dictionary<string, FolderEdge> last = Reached(folder, from);
        var way = new List<FolderEdge> { last[folder] };
        while (way[0].From != folder)
        {
            way.Insert(0, last[way[0].From]);
        }

        return way;
    }

    // Breadth first: each folder that can be reached, with the last edge of a shortest way to it.
    private static Dictionary<string, FolderEdge> Reached(string start, ILookup<string, FolderEdge> from)
    {
        var last = new Dictionary<string, FolderEdge>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out string? folder))
        {
            foreach (FolderEdge edge in from[folder].Where(edge => last.TryAdd(edge.To, edge)))
            {
                next.Enqueue(edge.To);
            }
        }

        return last;
    }
}
