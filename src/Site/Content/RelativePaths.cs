namespace Research.Site.Content;

/// <summary>Paths with '/', as links have them.</summary>
internal static class RelativePaths
{
    /// <summary>What a relative path means that stands in a file: ("docs/adr/1.md", "../tool.md") gives "docs/tool.md".</summary>
    public static string Resolve(string file, string relative)
    {
        List<string> parts = [.. file.Split('/')[..^1]];
        foreach (string part in relative.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case "..":
                    if (parts.Count > 0)
                    {
                        parts.RemoveAt(parts.Count - 1);
                    }

                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>How one file names another: ("a/b.html", "c/d.html") gives "../c/d.html".</summary>
    public static string From(string file, string other)
    {
        string[] here = file.Split('/')[..^1];
        string[] there = other.Split('/');
        int shared = 0;
        while (shared < here.Length && shared < there.Length - 1 && here[shared] == there[shared])
        {
            shared++;
        }

        return string.Join('/', Enumerable.Repeat("..", here.Length - shared).Concat(there[shared..]));
    }
}
