namespace Research.Report.Pages;

/// <summary>Files that lie inside the assembly.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using Stream stream =
            typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the report's assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
