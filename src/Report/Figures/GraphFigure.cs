using Research.Numerics;
using Research.Results.Folders;
using Research.Results.Svg;

namespace Research.Report.Figures;

/// <summary>The graph of targets, in columns from data to experiments; neighbours lie near what they are made from.</summary>
/// <remarks>Datasets, features, experiments, and experiments that read other experiments further right; order within a column by the mean place of what lies upstream (Sugiyama, Tagawa and Toda, 1981, IEEE SMC 11).</remarks>
internal static class GraphFigure
{
    private const double ColumnWidth = 380;
    private const double BoxWidth = 296;
    private const double RowHeight = 26;
    private const int Sweeps = 8;

    public static Drawing Draw(IReadOnlyList<GraphTarget> nodes)
    {
        Dictionary<string, GraphTarget> byName = nodes.ToDictionary(node => node.Name);
        Dictionary<string, int> layers = [];
        foreach (GraphTarget node in nodes)
        {
            LayerOf(node, byName, layers);
        }

        List<string>[] columns = Columns(nodes, byName, layers);
        double height = 40 + (RowHeight * columns.Max(column => column.Count));
        var places = new Dictionary<string, (double X, double Y)>();
        for (int c = 0; c < columns.Length; c++)
        {
            double top = 20 + ((height - 40 - (RowHeight * columns[c].Count)) / 2);
            for (int r = 0; r < columns[c].Count; r++)
            {
                places[columns[c][r]] = (10 + (ColumnWidth * c), top + (RowHeight * (r + 0.5)));
            }
        }

        var svg = new SvgText();
        foreach (GraphTarget node in nodes)
        {
            foreach (string up in node.Upstream.Where(places.ContainsKey))
            {
                Edge(svg, places[up], places[node.Name]);
            }
        }

        foreach (GraphTarget node in nodes)
        {
            (double x, double y) = places[node.Name];
            svg.Rectangle(x, y - 10, BoxWidth, 20, "node");
            svg.Text(x + 8, y + 4, FittedText.Short(node.Label, 48), "tick");
        }

        double width = (ColumnWidth * columns.Length) - (ColumnWidth - BoxWidth) + 20;
        string says =
            $"{nodes.Count} targets: datasets on the left, features in the middle, experiments on the right; a line leads from a target to what is made from it.";
        return new(width, height, "The graph of targets", says, svg.ToString());
    }

    private static int LayerOf(GraphTarget node, Dictionary<string, GraphTarget> byName, Dictionary<string, int> layers)
    {
        if (!layers.TryGetValue(node.Name, out int layer))
        {
            int[] above = [.. node.Upstream.Where(byName.ContainsKey).Select(up => LayerOf(byName[up], byName, layers))];
            layer = Math.Max((int)node.Kind, above.Length == 0 ? 0 : above.Max() + 1);
            layers[node.Name] = layer;
        }

        return layer;
    }

    private static List<string>[] Columns(
        IReadOnlyList<GraphTarget> nodes,
        Dictionary<string, GraphTarget> byName,
        Dictionary<string, int> layers
    )
    {
        List<string>[] columns = [.. Enumerable.Range(0, layers.Values.Max() + 1).Select(_ => new List<string>())];
        foreach (GraphTarget node in nodes)
        {
            columns[layers[node.Name]].Add(node.Name);
        }

        var downstream = nodes
            .SelectMany(node => node.Upstream.Select(up => (up, node.Name)))
            .ToLookup(pair => pair.up, pair => pair.Name);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            Dictionary<string, double> place = columns
                .SelectMany(column => column.Select((name, row) => (name, Row: (row + 0.5) / column.Count)))
                .ToDictionary(item => item.name, item => item.Row);
            for (int c = 0; c < columns.Length; c++)
            {
                IEnumerable<string> Beside(string name) =>
                    sweep % 2 == 0 ? byName[name].Upstream.Where(place.ContainsKey) : downstream[name];
                columns[c] =
                [
                    .. columns[c]
                        .OrderBy(name =>
                            Beside(name).Select(other => place[other]).ToArray() is { Length: > 0 } beside
                                ? OrderedSum.Mean(beside)
                                : place[name]
                        ),
                ];
            }
        }

        return columns;
    }

    private static void Edge(SvgText svg, (double X, double Y) from, (double X, double Y) to)
    {
        double start = from.X + BoxWidth;
        double bend = (to.X - start) / 2;
        svg.Path(
            $"M{SvgText.Number(start)} {SvgText.Number(from.Y)}C{SvgText.Number(start + bend)} {SvgText.Number(from.Y)} {SvgText.Number(to.X - bend)} {SvgText.Number(to.Y)} {SvgText.Number(to.X)} {SvgText.Number(to.Y)}",
            "edge open"
        );
    }
}
