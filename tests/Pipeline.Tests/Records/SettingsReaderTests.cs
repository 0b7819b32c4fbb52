using Research.Numerics;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Records;

namespace Research.Pipeline.Tests.Records;

public class SettingsReaderTests
{
    [Fact]
    public void Every_member_has_its_path_and_its_value()
    {
        var values = Read(
            new Outer
            {
                Rate = 0.1,
                Names = ["a", "b"],
                Inner = new Wide(3),
                Mode = Mode.Fast,
            }
        );
        Assert.Equal("0.1", values["Rate"]);
        Assert.Equal("\"b\"", values["Names[1]"]);
        Assert.Equal("2", values["Names[]"]);
        Assert.Equal("3", values["Inner.size"]);
        Assert.Equal("Mode.Fast", values["Mode"]);
    }

    [Fact]
    public void A_member_without_a_setter_and_a_private_one_count()
    {
        var values = Read(new Hidden());
        Assert.Equal(["5", "7"], [values["Fixed"], values["_secret"]]);
    }

    [Fact]
    public void Records_of_two_types_with_equal_members_differ() =>
        Assert.NotEqual(
            Read(
                new Outer
                {
                    Rate = 1,
                    Names = [],
                    Inner = new Wide(3),
                    Mode = Mode.Slow,
                }
            ),
            Read(
                new Outer
                {
                    Rate = 1,
                    Names = [],
                    Inner = new Narrow(3),
                    Mode = Mode.Slow,
                }
            )
        );

    [Fact]
    public void The_order_in_which_members_are_set_changes_nothing()
    {
        Outer one = new()
        {
            Rate = 1,
            Names = ["a"],
            Inner = new Wide(3),
            Mode = Mode.Slow,
        };
        Outer other = new()
        {
            Mode = Mode.Slow,
            Inner = new Wide(3),
            Names = ["a"],
            Rate = 1,
        };
        Assert.Equal(Read(one), Read(other));
    }

    [Fact]
    public void Neighbouring_doubles_differ() =>
        Assert.NotEqual(
            Read(new Wide(0) { Ratio = 0.1 })["Ratio"],
            Read(new Wide(0) { Ratio = Math.BitIncrement(0.1) })["Ratio"]
        );

    [Fact]
    public void Code_among_the_settings_is_met_with_what_it_captured()
    {
        int captured = 4;
        var reader = new SettingsReader();
        reader.Read(new Coded(() => captured));
        Assert.Single(reader.Delegates);
        Assert.Contains(reader.Values, value => value is { Key: "Body.captured", Value: "4" });
    }

    [Fact]
    public void Settings_that_hold_themselves_or_a_stream_are_refused()
    {
        var loop = new Loop();
        loop.Next = loop;
        Assert.Contains("must be a tree", Assert.Throws<ResearchException>(() => Read(loop)).Message, StringComparison.Ordinal);
        using var stream = new MemoryStream();
        Assert.Contains(
            "'Stream'",
            Assert.Throws<ResearchException>(() => Read(new Streaming(stream))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_set_has_no_order_and_a_comparer_counts()
    {
        var one = Read(new Collections(new HashSet<string> { "a", "b" }, new Dictionary<string, int>(StringComparer.Ordinal)));
        var other = Read(new Collections(new HashSet<string> { "b", "a" }, new Dictionary<string, int>(StringComparer.Ordinal)));
        var loose = Read(
            new Collections(new HashSet<string> { "b", "a" }, new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase))
        );
        Assert.Equal(one, other);
        Assert.NotEqual(one, loose);
    }

    [Fact]
    public void A_member_of_a_base_is_not_lost_behind_one_of_the_same_name()
    {
        var values = Read(new Shadowing());
        Assert.Equal(["2", "1"], [values["_level"], values["Shadowed._level"]]);
    }

    // A call through either may land in the types that they are generic over.
    [Fact]
    public void Two_settings_of_one_generic_type_bring_the_arguments_of_both()
    {
        var reader = new SettingsReader();
        reader.Read(new Boxes(new Box<Wide>(), new Box<Narrow>()));
        Assert.Superset(new HashSet<Type> { typeof(Box<>), typeof(Wide), typeof(Narrow) }, reader.Types.ToHashSet());
    }

    private sealed record Box<T>;

    private sealed record Boxes(object One, object Other);

    private sealed record Collections(IReadOnlySet<string> Set, Dictionary<string, int> Map);

    private class Shadowed
    {
        private readonly int _level = 1;

        public int Base => _level;
    }

    private sealed class Shadowing : Shadowed
    {
        private readonly int _level = 2;

        public int Own => _level;
    }

    private static IReadOnlyDictionary<string, string> Read(object settings)
    {
        var reader = new SettingsReader();
        reader.Read(settings);
        return reader.Values;
    }

    private enum Mode
    {
        Slow,
        Fast,
    }

    private abstract record Base;

    private sealed record Wide(int size) : Base
    {
        public double Ratio { get; init; }
    }

    private sealed record Narrow(int size) : Base
    {
        public double Ratio { get; init; }
    }

    private sealed record Outer
    {
        public required double Rate { get; init; }

        public required IReadOnlyList<string> Names { get; init; }

        public required Base Inner { get; init; }

        public required Mode Mode { get; init; }
    }

    private sealed record Hidden
    {
        private readonly int _secret = 7;

        public int Fixed { get; } = 5;

        public int Sum => Fixed + _secret;
    }

    private sealed record Coded(Func<int> Body);

    private sealed record Streaming(Stream Stream);

    private sealed class Loop
    {
        public Loop? Next { get; set; }
    }
}
