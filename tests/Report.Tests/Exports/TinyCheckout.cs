using System.Security.Cryptography;
using Research.Results.Folders;

namespace Research.Report.Tests.Exports;

/// <summary>A checkout of one study with one experiment, two published figures, one model, one pinned and one generated dataset.</summary>
internal static class TinyCheckout
{
    public const string Table = "results/paper/Digits/GmmHmm/summary.csv";

    private static readonly string Fingerprint = new('a', 64);

    /// <summary>Writes it to a fresh folder.</summary>
    public static string Make()
    {
        string root = Scratch.Folder();
        foreach ((string path, string text) in Files())
        {
            string file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return root;
    }

    private static IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("CITATION.cff", Citation);
        yield return ("LICENSE", "MIT\n");
        yield return ("build.sh", "#!/bin/sh\n");
        yield return ("datasets.lock", Lock);
        yield return ("experiments/Studies.cs", "// every study\n");
        yield return ("experiments/Digits/GmmHmm.cs", "// an experiment\n");
        yield return ("experiments/Digits/claims.csv", Claims);
        yield return ("src/Cli/packages.lock.json", Packages);
        yield return ("results/paper/graph.json", Graph.ToJson());
        yield return ("results/paper/REPORT.md", "# Results\n");
        yield return ("results/paper/report.html", "<p>git leaves it out</p>");
        yield return ("results/paper/Digits/study.json", Study.ToJson());
        yield return ("results/paper/Digits/claims.csv", Verdicts);
        yield return ("results/paper/Digits/GmmHmm/experiment.json", Experiment.ToJson());
        yield return ("results/paper/Digits/GmmHmm/data.json", Data.ToJson());
        yield return (Table, Summary);
        yield return ("results/paper/Digits/GmmHmm/models.json", Models);
        yield return ("results/paper/Digits/GmmHmm/run.json", Run);
    }

    private const string Citation = """
        cff-version: 1.2.0
        title: "Tiny: a package"
        abstract: "Studies, re-run. With \"quotes\" & signs."
        license: MIT
        version: 1.2.3
        date-released: 2026-01-02
        # a comment
        authors:
          - family-names: Carberry
            given-names: Josiah
            orcid: https://orcid.org/0000-0002-1825-0097
          - name: The Tiny authors
        keywords:
          - sound

        """;

    private const string Lock = """
        {
          "datasets": [
            {
              "id": "fsdd", "title": "Free Spoken Digit Dataset", "version": "1.0.10", "licence": "CC BY-SA 4.0",
              "citation": "Jackson (2018).", "homePage": "https://example.org/fsdd", "files": ["{a,b}/*.wav", "index.csv"],
              "count": 3, "bytes": 10, "digest": "sha256:b68ff3b65ddc2e3582a923f73159721f96bbf4699f60a317f9eb5f4ef421025f",
              "sources": [{ "mirror": "fsdd/fsdd.zip", "folder": "" }, { "url": "https://example.org/fsdd.zip", "folder": "" }]
            }
          ],
          "generated": [
            { "id": "synthetic-digits", "title": "Synthetic digits", "version": "1", "licence": "MIT", "citation": "This package.", "count": 2, "digest": "sha256:aedc744a02bcab327a0d42f4dc9ae70a75c22c6016a68a6d72768627b931cc9d" }
          ]
        }
        """;

    private const string Claims = """
        id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit
        digits-1-001,digits-1,step 9,gmm-hmm,fsdd,gmm-hmm,full,test,accuracy,,0.9966667,fraction
        digits-1-002,digits-1,step 9,gmm-hmm,private,gmm-hmm,full,test,accuracy,,0.5,fraction

        """;

    private const string Verdicts = """
        claim,where,variant,split,quantity,class,published,ours,difference,verdict,target
        digits-1-001,step 9,"gmm-hmm, full",test,accuracy,,0.996667,0.990000,-0.006667,lower,Digits.GmmHmm
        digits-1-002,step 9,"gmm-hmm, full",test,accuracy,,0.500000,,,data not public,

        """;

    private const string Summary = """
        variant,split,metric,class,mean,sd,low,high,runs,claim,published,verdict
        "mfcc 13, full",test,accuracy,,0.990000,0.001000,0.989000,0.991000,5,digits-1-001,0.996667,lower

        """;

    private const string Models = """
        {
          "fsdd": {
            "title": "spoken digit", "labels": ["0", "1"], "dataset": "fsdd", "datasetVersion": "1.0.10", "datasetDigest": "sha256:b6",
            "synthetic": false, "learnedFrom": 2,
            "score": { "split": "published test part", "items": 1, "accuracy": 0.75, "unweightedAverageRecall": 0.5 },
            "seen": { "sampleRatesHz": [8000], "shortestSeconds": 0.2, "longestSeconds": 2, "quietestDecibels": -40, "loudestDecibels": -10 },
            "calibration": { "temperature": 1.5, "fittedOn": "validation part", "items": 1, "errorBefore": 0.2, "errorAfter": 0.1 },
            "familiar": { "least": 1, "refused": 0.02, "items": 1 }, "note": "Expects one digit."
          }
        }
        """;

    private const string Packages = """
        {
          "version": 2,
          "dependencies": {
            "net10.0": {
              "DiffPlex": { "type": "Direct", "requested": "[1.4.4, )", "resolved": "1.4.4", "contentHash": "AAAA", "dependencies": { "NETStandard.Library": "1.6.1" } },
              "NETStandard.Library": { "type": "Transitive", "resolved": "1.6.1", "contentHash": "BBBB" },
              "Research.Results": { "type": "Project", "dependencies": { "DiffPlex": "[1.4.4, )" } }
            }
          }
        }
        """;

    private static GraphDescription Graph { get; } =
        new()
        {
            Profile = "paper",
            UsesRecordings = true,
            Studies = ["Digits"],
            Targets =
            [
                new("data:fsdd", "fsdd", GraphTargetKind.Dataset, []),
                new("features:fsdd:mfcc", "mfcc", GraphTargetKind.Features, ["data:fsdd"]),
                new("Digits.GmmHmm", "GmmHmm", GraphTargetKind.Experiment, ["features:fsdd:mfcc"]),
            ],
        };

    private static StudyDescription Study { get; } =
        new()
        {
            Name = "Digits",
            Title = "Spoken digits",
            About = "Can they be recognised?",
            Experiments = ["GmmHmm", "NotRun"],
            HasClaims = true,
            StandIns = new Dictionary<string, string>(),
            Documents =
            [
                new("digits-1", "A report & more", "", "Konstantinos Tsingelis, Christos Siafarikas", "A report", "", ""),
            ],
            Reasons = new Dictionary<string, string> { ["digits-1-001"] = "Its \"seed\" is not known." },
            SourceFolder = "experiments/Digits",
        };

    private static ExperimentDescription Experiment { get; } =
        new()
        {
            Target = "Digits.GmmHmm",
            Name = "GmmHmm",
            Question = "Can it?",
            Method = new(["It can."], "", ""),
            Charts = [],
        };

    private static UsedData Data { get; } =
        new([
            new("fsdd", "1.0.10", 3, "sha256:b68ff3b65ddc2e3582a923f73159721f96bbf4699f60a317f9eb5f4ef421025f", Synthetic: false),
        ]);

    private static string Run =>
        $$"""
            {
              "profile": "paper",
              "made": {
                "target": "Digits.GmmHmm", "fingerprint": "{{Fingerprint}}",
                "outputs": [{ "path": "models.json", "size": {{Models.Length}}, "sha256": "{{Sha256(Models)}}" }],
                "operatingSystem": "Debian", "architecture": "X64"
              },
              "fingerprints": { "Digits.GmmHmm": { "runtime": { "framework": ".NET 10.0.12" } } },
              "costs": { "Digits.GmmHmm": { "seconds": "1.5", "peakBytes": 100, "threads": 1 } }
            }
            """;

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
