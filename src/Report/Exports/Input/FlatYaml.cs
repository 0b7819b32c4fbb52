namespace Research.Report.Exports.Input;

/// <summary>YAML of two levels, as CITATION.cff is written: no nested lists, no text over several lines.</summary>
internal sealed class FlatYaml
{
    /// <summary>Name of an item of a list that is a text and no set of pairs.</summary>
    public const string Self = "";

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, List<Dictionary<string, string>>> _lists = [];

    private FlatYaml() { }

    public static FlatYaml Parse(string text)
    {
        var yaml = new FlatYaml();
        string list = "";
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim() is [not '#', ..]))
        {
            if (line[0] is ' ' or '-')
            {
                yaml.AddTo(list, line.Trim());
                continue;
            }

            (list, string value) = Pair(line);
            yaml._texts[list] = value;
        }

        return yaml;
    }

    /// <summary>The value of a key; empty where there is none.</summary>
    public string Text(string key) => _texts.GetValueOrDefault(key, "");

    /// <summary>The items of a list, each by the names of its pairs.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> List(string key) => _lists.GetValueOrDefault(key, []);

    private void AddTo(string list, string line)
    {
        if (!_lists.TryGetValue(list, out List<Dictionary<string, string>>? items))
        {
            items = [];
            _lists.Add(list, items);
        }

        bool begins = line[0] == '-';
        if (begins || items.Count == 0)
        {
            items.Add([]);
        }

        string content = begins ? line[1..].Trim() : line;
        (string key, string value) = content.Contains(": ", StringComparison.Ordinal) ? Pair(content) : (Self, Plain(content));
        items[^1][key] = value;
    }

    private static (string Key, string Value) Pair(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (line.Trim(), "") : (line[..colon].Trim(), Plain(line[(colon + 1)..].Trim()));
    }

    private static string Plain(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : value;
}
