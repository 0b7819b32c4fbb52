using System.Reflection;
using Research.Numerics;
using Research.Pipeline.Closures;
using Research.Pipeline.Records;
using Research.Tests;

namespace Research.Pipeline.Tests.Closures;

/// <summary>What a closure reaches; that a changed constant changes a hash is for the mutation self-test, which compiles.</summary>
public sealed class ClosureReaderTests : IDisposable
{
    private readonly OwnCode _code = new(typeof(ClosureReaderTests).Assembly.Location);

    public void Dispose() => _code.Dispose();

    [Theory]
    [InlineData(nameof(Samples.CallsAHelper), "Samples::ThirdHelper", true)]
    [InlineData(nameof(Samples.CallsAHelper), "Samples::Unrelated", false)]
    [InlineData(nameof(Samples.CallsThroughAnInterface), "Square::Area", true)]
    [InlineData(nameof(Samples.CallsThroughAnInterface), "Circle::Area", false)] // nobody makes a circle
    [InlineData(nameof(Samples.CallsInALambda), "Samples::ThirdHelper", true)]
    [InlineData(nameof(Samples.Iterates), "Samples::ThirdHelper", true)]
    [InlineData(nameof(Samples.ReadsAStaticField), "Samples/Holder::.cctor", true)]
    [InlineData(nameof(Samples.MakesAnObjectWithAnInitialiser), "Samples/Initialised::.ctor", true)]
    [InlineData(nameof(Samples.UsesAGeneric), "Samples/Square::Area", true)]
    [InlineData(nameof(Samples.CallsAStaticInterfaceMember), "Samples/Zero::Start", true)]
    [InlineData(nameof(Samples.SortsByOwnComparer), "Samples/Backwards::Compare", true)] // the framework calls it
    [InlineData(nameof(Samples.CallsAFileType), "file FileLocal::Overridden", true)]
    [InlineData(nameof(Samples.CallsADefaultOfADerivedInterface), "IDerived::", true)]
    [InlineData(nameof(Samples.AddsThroughTheFramework), "Amount::op_Addition", true)]
    [InlineData(nameof(Samples.IsMadeByTheFramework), "Samples/Lazily::.ctor", true)]
    [InlineData(nameof(Samples.CallsThroughAFunctionPointer), "Samples::ThirdHelper", true)]
    [InlineData(nameof(Samples.CallsAHelper), "Samples::FromAnInitialiser", true)]
    [InlineData(nameof(Samples.CallsAHelper), "Samples::FromAMarkedInitialiser", false)]
    public void A_closure_holds_what_can_run(string method, string symbol, bool reached)
    {
        CodeClosure closure = Read(method);
        Assert.Equal(reached, closure.Members.Keys.Any(member => member.Contains(symbol, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_object_among_the_settings_is_one_that_calls_may_land_in()
    {
        var reader = new ClosureReader(_code);
        MethodInfo root = typeof(Samples).GetMethod(nameof(Samples.AreaOf))!;
        Assert.DoesNotContain(
            reader.Read(new([root], [])).Members.Keys,
            member => member.Contains("Circle::Area", StringComparison.Ordinal)
        );
        Assert.Contains(
            reader.Read(new([root], [typeof(Samples.Circle)])).Members.Keys,
            member => member.Contains("Circle::Area", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(nameof(Samples.Invokes), "GetMethod")]
    [InlineData(nameof(Samples.ReadsFieldsUnmarked), "GetFields")]
    [InlineData(nameof(Samples.ReadsMoreThanFields), "GetMethod")]
    [InlineData(nameof(Samples.Activates), "System.Activator")]
    [InlineData(nameof(Samples.IsDynamic), "'dynamic'")]
    [InlineData(nameof(Samples.ReadsTheEnvironment), "GetEnvironmentVariable")]
    [InlineData(nameof(Samples.ReadsTheClock), "get_UtcNow")]
    [InlineData(nameof(Samples.Serialises), "JsonSerializer")]
    public void Code_that_no_closure_sees_is_an_error_that_names_the_method(string method, string what)
    {
        ResearchException error = Assert.Throws<ResearchException>(() => Read(method));
        Assert.Contains($"Samples::{method}", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_may_read_the_fields_of_its_own_object_and_then_they_count()
    {
        Assert.NotEmpty(Read(nameof(Samples.ReadsItsFields)).Members);
        IReadOnlyDictionary<string, string> twins = Read(nameof(Samples.MakesTwins)).Members;
        Assert.NotEqual(Shape("ComponentOfOne"), Shape("ComponentOfTwo"));
        Assert.Equal(Shape("PlainOfOne"), Shape("PlainOfTwo"));

        string Shape(string name) =>
            twins.Single(member => member.Key.EndsWith($"Samples/{name}", StringComparison.Ordinal)).Value;
    }

    [Fact]
    public void A_class_may_find_declared_types_and_its_own_code_counts_as_any_other()
    {
        IReadOnlyDictionary<string, string> members = Read(nameof(Samples.FindsDeclared)).Members;
        Assert.Contains(members.Keys, member => member.Contains("Finder::.cctor", StringComparison.Ordinal));
        Assert.Contains(members.Keys, member => member.Contains("Samples::ThirdHelper", StringComparison.Ordinal));
        Assert.DoesNotContain(members.Keys, member => member.Contains("Square::", StringComparison.Ordinal));
    }

    [Fact]
    public void State_that_is_written_elsewhere_is_refused_with_its_writer()
    {
        ResearchException error = Assert.Throws<ResearchException>(() => Read(nameof(Samples.ReadsState)));
        Assert.Contains("Samples::_state System.Int32 is read", error.Message, StringComparison.Ordinal);
        Assert.Contains("Samples::SetState", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Read(nameof(Samples.WorksInParallel)).Members); // how many threads shows in no result
    }

    [Fact]
    public void Types_that_a_setting_is_generic_over_are_landed_in()
    {
        var reader = new Research.Pipeline.Records.SettingsReader();
        reader.Read(new Samples.Box<Samples.Circle>(new Samples.Circle()));
        Assert.Contains(typeof(Samples.Circle), reader.Types);
    }

    [Fact]
    public void A_package_counts_where_it_is_called_and_only_there()
    {
        Assert.Contains("CsvHelper", Read(nameof(Samples.WritesCsv)).Packages);
        Assert.Empty(Read(nameof(Samples.CallsAHelper)).Packages);
    }

    [Fact]
    public void Constants_are_told_by_the_method_that_holds_them()
    {
        IReadOnlyDictionary<string, string> constants = Read(nameof(Samples.CallsAHelper)).Constants;
        Assert.Equal("42", constants.Single(item => item.Key.Contains("ThirdHelper", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void A_method_is_found_in_its_file_and_line_an_iterator_too()
    {
        string[] symbols =
        [
            .. new[] { nameof(Samples.CallsAHelper), nameof(Samples.Iterates) }.SelectMany(name => Read(name).Members.Keys),
        ];
        IReadOnlyDictionary<string, string> places = SourcePlaces.Of(_code.Files(), symbols.ToHashSet());
        string[] source = File.ReadAllLines(
            Path.Combine(RealData.Repository(), "tests", "Pipeline.Tests", "Closures", "Samples.cs")
        );
        Assert.Equal(LineOf("int ThirdHelper()"), PlaceOf("Samples::ThirdHelper"));
        int first = LineOf("yield return 1;");
        Assert.InRange(PlaceOf("Samples::Iterates"), first - 1, first); // the brace before it, or itself where the compiler optimises

        int LineOf(string text) => Array.FindIndex(source, line => line.Contains(text, StringComparison.Ordinal)) + 1;

        int PlaceOf(string symbol)
        {
            string place = places.Single(item => item.Key.Contains(symbol, StringComparison.Ordinal)).Value;
            Assert.StartsWith("tests/Pipeline.Tests/Closures/Samples.cs:", place, StringComparison.Ordinal);
            return int.Parse(place.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public void The_same_roots_give_the_same_closure()
    {
        using var again = new OwnCode(typeof(ClosureReaderTests).Assembly.Location);
        MethodInfo root = typeof(Samples).GetMethod(nameof(Samples.CallsThroughAnInterface))!;
        Assert.Equal(
            new ClosureReader(_code).Read(new([root], [])).Members,
            new ClosureReader(again).Read(new([root], [])).Members
        );
    }

    private CodeClosure Read(string method) => new ClosureReader(_code).Read(new([typeof(Samples).GetMethod(method)!], []));
}
