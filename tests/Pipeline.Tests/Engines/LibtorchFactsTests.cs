using System.Collections;
using Research.Pipeline.Engines;

namespace Research.Pipeline.Tests.Engines;

public sealed class LibtorchFactsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Switches_of_numeric_libraries_are_facts_and_nothing_else_of_the_environment_is()
    {
        var environment = new Hashtable
        {
            ["MKL_CBWR"] = "COMPATIBLE",
            ["ATEN_CPU_CAPABILITY"] = "avx2",
            ["OMP_NUM_THREADS"] = "2", // a fact of its own
            ["HOME"] = "somewhere",
        };
        Assert.Equal([("ATEN_CPU_CAPABILITY", "avx2"), ("MKL_CBWR", "COMPATIBLE")], LibtorchFacts.SwitchesIn(environment));
    }

    [Fact]
    public void Native_libraries_are_those_of_this_system_in_order()
    {
        Assert.Empty(LibtorchFacts.Natives(_folder));
        string[] systems = ["linux-x64", "linux-arm64", "win-x64", "win-arm64", "osx-x64", "osx-arm64"];
        foreach (string system in systems)
        {
            string native = Directory.CreateDirectory(Path.Combine(_folder, "runtimes", system, "native")).FullName;
            File.WriteAllText(Path.Combine(native, "b"), "");
            File.WriteAllText(Path.Combine(native, "a"), "");
        }

        string[] found = [.. LibtorchFacts.Natives(_folder)];
        Assert.Equal(["a", "b"], found.Select(Path.GetFileName));
    }

    [Fact]
    public void The_CPU_has_a_name_and_a_capability()
    {
        Assert.NotEmpty(CpuFacts.Name);
        Assert.Contains(CpuFacts.Capability, new[] { "AVX512", "AVX2", "DEFAULT" });
    }
}
