namespace Research.SelfTests;

/// <summary>Every kind of change that the engine must see, and every kind that it must not mind.</summary>
internal static class Mutations
{
    private static readonly string[] AlphaTables = ["Small.Alpha", "report"];
    private static readonly string[] Alpha = ["Small.Alpha/1", "Small.Alpha/2", .. AlphaTables];
    private static readonly string[] Beta = ["Small.Beta/1", "Small.Beta", "report"];
    private static readonly string[] Features = ["features:numbers:scaled", .. Alpha];

    /// <summary>Changes that must be caught, each with exactly the targets that it concerns.</summary>
    public static IReadOnlyList<Mutation> Caught { get; } =
    [
        new("a data file edited in place, its time put back", EditKeepingTime, Features),
        new("a data file swapped for another of the same size", SwapSameSize, Features),
        new("a data file added", workspace => workspace.Write("data/c.txt", "3\n"), Features),
        new("a data file removed", workspace => File.Delete(workspace.PathOf("data/b.txt")), Features),
        new("a constant in a helper three calls away", Edit("Helpers.cs", "start + 100", "start + 101"), Alpha),
        new("an override in a class reached only through an interface", Edit("Helpers.cs", "=> 16;", "=> 17;"), Alpha),
        new("a default of an optional parameter", Edit("Helpers.cs", "addend = 10", "addend = 11"), Alpha),
        new("a static field", Edit("Helpers.cs", "Level = 6", "Level = 7"), Alpha),
        new("a field initialiser", Edit("Helpers.cs", "{ get; } = 8;", "{ get; } = 88;"), Alpha),
        new("a lambda", Edit("Sum.cs", "i * 7", "i * 8"), Alpha),
        new("an iterator", Edit("Helpers.cs", "current += 4", "current += 5"), Alpha),
        new("a static member of an interface behind a generic", Edit("Helpers.cs", "Factor() => 2;", "Factor() => 3;"), Alpha),
        new("the name of a member of an enumeration", RenameEnumMember, Alpha),
        new("an embedded resource", EditResource, Alpha),
        new("a settings member removed", RemoveSetting, Alpha),
        new("a member named size", Edit("Catalogue.cs", "size = 3", "size = 4"), ["Small.Alpha/1", .. AlphaTables]),
        new("a setting that nobody reads", Edit("Catalogue.cs", "nobody reads this", "nobody"), Alpha),
        new(
            "a setting of one of two trials",
            Edit("Catalogue.cs", "Other = 30", "Other = 31"),
            "Small.Alpha/2",
            "Small.Alpha",
            "report"
        ),
        new("a column of a table", Edit("Alpha.cs", "Column.Number(\"value\", 3)", "Column.Number(\"value\", 2)"), AlphaTables),
        new("a metric", Edit("Alpha.cs", "values[0]) + 5", "values[0]) + 6"), AlphaTables),
        new("the claim that a figure answers", Edit("Alpha.cs", "Variant = \"v\"", "Variant = \"w\""), AlphaTables),
        new("a page of the report", Edit("Pages.cs", "# Results on ", "# Results with "), "report"),
        new("how a picture of the report is drawn", Edit("Pages.cs", "new('#',", "new('+',"), "report"),
        new("the question that an experiment asks", Edit("Alpha.cs", "What do many ways", "What do all ways"), AlphaTables),
        new("a study's title", Edit("Catalogue.cs", "A small study", "A study"), "report"),
        new("a setting of a feature set", Edit("Catalogue.cs", "Ratio = 0.5", "Ratio = 0.25"), Features),
        new("the seed", Edit("Catalogue.cs", "Seeds = [1],\n            Factor", "Seeds = [2],\n            Factor"), Beta),
        new("the code of a feature set", Edit("Readers.cs", "Scale * item", "2 * Scale * item"), Features),
        new(
            "the code that reads a dataset",
            Edit("Readers.cs", "CultureInfo.InvariantCulture)", "CultureInfo.InvariantCulture) + 1"),
            Features
        ),
        new("the code that generates a dataset", Edit("Readers.cs", "[1, 2, 3]", "[1, 2, 4]"), EverythingOfTick),
        new("a package's version", Edit("Library.cs", "1.0.0.0", "1.1.0.0"), Alpha),
        new("a package's content under the same version", Edit("Library.cs", "=> 9", "=> 10"), Alpha),
        new(
            "a published figure",
            Edit("Catalogue.cs", "n,,3,count", "n,,4,count"),
            "Small.Alpha",
            "Small.Beta",
            "Small.One",
            "Small.Two",
            "report"
        ),
        new("a corrupted output", CorruptOutput) { Restored = ["Small.Alpha"] },
        new("an output removed", RemoveOutput) { Restored = ["Small.Beta"] },
        new("a corrupted object of the store", CorruptObjects, "Small.Beta"),
        new(
            "reflection",
            Edit("Helpers.cs", "Third(int start) => start + 100", "Third(int start) => typeof(Helpers).GetMethods().Length"),
            []
        )
        {
            Refused = "Helpers::Third",
        },
        new(
            "'dynamic'",
            Edit("Helpers.cs", "Third(int start) => start + 100;", "Third(int start) { dynamic d = start; return d + 100; }"),
            []
        )
        {
            Refused = "Helpers::Third",
        },
    ];

    /// <summary>Changes after which nothing may be made.</summary>
    public static IReadOnlyList<Mutation> Neutral { get; } =
    [
        new("every file touched", Touch),
        new("compiled anew", workspace => workspace.Compile()),
        new("comments and formatting", Comment),
        new("a renamed local, one that a lambda captures", RenameLocal),
        new("a new unrelated method, with a lambda, before the others of its class", AddMethod),
        new(
            "a new unrelated class",
            Edit(
                "Helpers.cs",
                "public static class Generic",
                "public static class Unrelated\n{\n    public static int Value = 5;\n}\n\npublic static class Generic"
            )
        ),
        new("settings set in another order", ReorderInitialiser),
        new("members of a settings record declared in another order", ReorderMembers),
        new(
            "an override in a class that nobody makes an object of",
            Edit("Helpers.cs", "=> 3;\n}\n\npublic static class Shapes", "=> 4;\n}\n\npublic static class Shapes")
        ),
        new("a source file renamed", RenameFile),
    ];

    private static string[] EverythingOfTick =>
        [
            "data:tick",
            .. new[] { "Beta", "One", "Two" }.SelectMany(name => new[] { $"Small.{name}/1", $"Small.{name}" }),
            "report",
        ];

    private static Action<SmallWorkspace> Edit(string file, string old, string now) =>
        workspace => workspace.Edit(file, old, now);

    private static void EditKeepingTime(SmallWorkspace workspace)
    {
        string path = workspace.PathOf("data/a.txt");
        DateTime time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "7\n");
        File.SetLastWriteTimeUtc(path, time);
    }

    private static void SwapSameSize(SmallWorkspace workspace)
    {
        string path = workspace.PathOf("data/a.txt");
        DateTime time = File.GetLastWriteTimeUtc(path);
        string other = workspace.PathOf("other");
        File.WriteAllText(other, "8\n");
        File.SetLastWriteTimeUtc(other, time);
        File.Move(other, path, overwrite: true);
    }

    private static void RenameEnumMember(SmallWorkspace workspace)
    {
        workspace.Write(
            "source/Catalogue.cs",
            workspace.Read("source/Catalogue.cs").Replace("Mode.Sharp", "Mode.Keen", StringComparison.Ordinal)
        );
        workspace.Edit("Helpers.cs", "    Sharp,", "    Keen,");
    }

    private static void EditResource(SmallWorkspace workspace)
    {
        workspace.Write("source/weight.txt", "6\n");
        workspace.Compile();
    }

    private static void RemoveSetting(SmallWorkspace workspace)
    {
        workspace.Write(
            "source/Catalogue.cs",
            workspace
                .Read("source/Catalogue.cs")
                .Replace("            Note = \"nobody reads this\",\n", "", StringComparison.Ordinal)
        );
        workspace.Write(
            "source/Alpha.cs",
            workspace
                .Read("source/Alpha.cs")
                .Replace("    public required string Note { get; init; }\n", "", StringComparison.Ordinal)
                .Replace("            Note = Note,\n", "", StringComparison.Ordinal)
        );
        workspace.Edit("Sum.cs", "    public required string Note { get; init; }\n", "");
    }

    private static void CorruptOutput(SmallWorkspace workspace)
    {
        string path = Path.Combine(workspace.Artifacts, "quick", "Small", "Alpha", "sums.csv");
        DateTime time = File.GetLastWriteTimeUtc(path);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, time);
    }

    private static void RemoveOutput(SmallWorkspace workspace) =>
        File.Delete(Path.Combine(workspace.Artifacts, "quick", "Small", "Beta", "product.csv"));

    // The one object that holds Beta's product, and what is published of it.
    private static void CorruptObjects(SmallWorkspace workspace)
    {
        string published = Path.Combine(workspace.Artifacts, "quick", "Small", "Beta", "product.csv");
        byte[] content = File.ReadAllBytes(published);
        File.Delete(published);
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        string path = Path.Combine(workspace.Cache, "results", "objects", digest[..2], digest);
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllBytes(path, content[..^1]);
    }

    private static void Touch(SmallWorkspace workspace)
    {
        DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (string file in Directory.EnumerateFiles(workspace.Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, now);
        }
    }

    private static void Comment(SmallWorkspace workspace)
    {
        foreach (string file in Directory.GetFiles(workspace.PathOf("source"), "*.cs"))
        {
            File.WriteAllText(file, "// A comment.\n" + File.ReadAllText(file).Replace("\n", " \n\n", StringComparison.Ordinal));
        }

        workspace.Compile();
    }

    private static void RenameLocal(SmallWorkspace workspace)
    {
        string text = workspace.Read("source/Helpers.cs");
        workspace.Write(
            "source/Helpers.cs",
            text.Replace("int local", "int renamed", StringComparison.Ordinal)
                .Replace("value + local", "value + renamed", StringComparison.Ordinal)
        );
        workspace.Edit("Helpers.cs", "int current = 1", "int other = 1; int current = other");
        workspace.Edit("Helpers.cs", "int other = 1; int current = other", "int current = 1");
    }

    private static void AddMethod(SmallWorkspace workspace)
    {
        const string Method =
            "    public static int Unrelated(int given)\n    {\n        int local = given;\n        return Enumerable.Range(0, 2).Select(i => i + local).Last() + Enumerable.Range(0, 2).Select(i => i * 2).Last();\n    }\n\n";
        workspace.Edit("Helpers.cs", "    public static int First(int", Method + "    public static int First(int");
        workspace.Edit("Alpha.cs", "    public override string Question", Method + "    public override string Question");
    }

    private static void ReorderInitialiser(SmallWorkspace workspace) =>
        workspace.Edit(
            "Catalogue.cs",
            "            size = 3,\n            Other = 30,\n",
            "            Other = 30,\n            size = 3,\n"
        );

    private static void ReorderMembers(SmallWorkspace workspace) =>
        workspace.Edit(
            "Alpha.cs",
            "    public required int size { get; init; }\n\n    public required int Other { get; init; }\n",
            "    public required int Other { get; init; }\n\n    public required int size { get; init; }\n"
        );

    private static void RenameFile(SmallWorkspace workspace)
    {
        File.Move(workspace.PathOf("source/Helpers.cs"), workspace.PathOf("source/Aids.cs"));
        workspace.Compile();
    }
}
