using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Pipeline.Tests.Closures;

/// <summary>Code to read.</summary>
public static class Samples
{
    public static int CallsAHelper() => FirstHelper();

    public static double CallsThroughAnInterface() => AreaOf(new Square());

    public static double AreaOf(IShape shape) => shape.Area();

    public static int CallsInALambda() => Enumerable.Range(0, 3).Select(i => i + ThirdHelper()).First();

    public static IEnumerable<int> Iterates()
    {
        yield return 1;
        yield return ThirdHelper();
    }

    public static int ReadsAStaticField() => Holder.Value;

    public static int MakesAnObjectWithAnInitialiser() => new Initialised().Value;

    public static double UsesAGeneric() => new Box<Square>(new Square()).Area();

    public static int CallsAStaticInterfaceMember() => StartOf<Zero>();

    public static int[] SortsByOwnComparer() => [.. new[] { 1, 2 }.Order(new Backwards())];

    public static object? Invokes() => typeof(Samples).GetMethod(nameof(Unrelated))!.Name;

    public static object? ReadsItsFields() => new Component().Register();

    public static object[] MakesTwins() => [new ComponentOfOne(), new ComponentOfTwo(), new PlainOfOne(), new PlainOfTwo()];

    public static object? ReadsFieldsUnmarked() => typeof(Samples).GetFields();

    [Research.Numerics.ReadsOwnFields]
    public static object? ReadsMoreThanFields() => typeof(Samples).GetMethod(nameof(Unrelated));

    public static object? Activates() => Activator.CreateInstance<Square>();

    public static object IsDynamic(object given)
    {
        dynamic value = given;
        return value.Length;
    }

    public static string? ReadsTheEnvironment() => Environment.GetEnvironmentVariable("HOME");

    public static string WritesCsv() => new ResultTable("t", Column.Count("n")).ToCsv();

    public static DateTime ReadsTheClock() => DateTime.UtcNow;

    public static int FindsDeclared() => Finder.Count();

    public static string Serialises() => System.Text.Json.JsonSerializer.Serialize(new Square());

    public static double CallsAFileType() => FileLocal.Make().Overridden();

    public static int CallsADefaultOfADerivedInterface() => ((IBase)new Derived()).Value();

    public static Amount AddsThroughTheFramework() => Add(new Amount(1), new Amount(2));

    public static int IsMadeByTheFramework() => new Lazy<Lazily>().Value.Value;

    public static unsafe int CallsThroughAFunctionPointer()
    {
        delegate* <Amount, int> pointer = &ValueOf;
        return pointer(new Amount(1));
    }

    public static int ReadsState() => _state;

    public static void SetState(int value) => _state = value;

    public static int[] WorksInParallel() => Research.Numerics.ParallelLoop.Select(2, i => i);

    public static int Unrelated() => 5;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A sample of one.")]
    internal static void Initialises() => FromAnInitialiser();

    [ModuleInitializer]
    [ShowsInNoResult]
    [SuppressMessage("Usage", "CA2255", Justification = "A sample of one.")]
    internal static void Registers() => FromAMarkedInitialiser();

    private static int FromAnInitialiser() => 6;

    private static int FromAMarkedInitialiser() => 7;

    private static int ValueOf(Amount amount) => ThirdHelper();

    private static T Add<T>(T a, T b)
        where T : System.Numerics.IAdditionOperators<T, T, T> => a + b;

    private static int _state;

    private static int FirstHelper() => SecondHelper();

    private static int SecondHelper() => ThirdHelper();

    private static int ThirdHelper() => 42;

    private static int StartOf<T>()
        where T : IStart => T.Start();

    public interface IBase
    {
        int Value();
    }

    public interface IDerived : IBase
    {
        int IBase.Value() => 3;
    }

    public sealed class Derived : IDerived;

    public sealed class Lazily
    {
        public int Value { get; } = 4;
    }

    public readonly record struct Amount(int Value) : System.Numerics.IAdditionOperators<Amount, Amount, Amount>
    {
        public static Amount operator +(Amount left, Amount right) => new(left.Value + right.Value);
    }

    public interface IShape
    {
        double Area();
    }

    public interface IStart
    {
        static abstract int Start();
    }

    public sealed class Square : IShape
    {
        public double Area() => 4;
    }

    public sealed class Circle : IShape
    {
        public double Area() => 3;
    }

    public sealed class Zero : IStart
    {
        public static int Start() => 0;
    }

    public static class Holder
    {
        public static readonly int Value = ThirdHelper();
    }

    public sealed class Initialised
    {
        public int Value { get; } = ThirdHelper();
    }

    public class Box<T>(T content)
        where T : IShape
    {
        public double Area() => content.Area();
    }

    public class Component
    {
        private readonly int _first = 1;

        [Research.Numerics.ReadsOwnFields]
        public object? Register() =>
            GetType()
                .GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)[0]
                .GetValue(this)
            ?? _first;
    }

    [Research.Results.FindsDeclaredTypes]
    public static class Finder
    {
        private static readonly Type[] Shapes =
        [
            .. typeof(Samples).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Square))),
        ];

        public static int Count() => Shapes.Length + ThirdHelper();
    }

    public sealed class ComponentOfOne : Component
    {
        public int One = 1;
    }

    public sealed class ComponentOfTwo : Component
    {
        public int Two = 1;
    }

    public sealed class PlainOfOne : Box<Circle>
    {
        public int One = 1;

        public PlainOfOne()
            : base(new Circle()) { }
    }

    public sealed class PlainOfTwo : Box<Circle>
    {
        public int Two = 1;

        public PlainOfTwo()
            : base(new Circle()) { }
    }

    public sealed class Backwards : IComparer<int>
    {
        public int Compare(int x, int y) => y.CompareTo(x);
    }
}

file abstract class FileBase
{
    public abstract double Overridden();
}

file sealed class FileLocal : FileBase
{
    public static FileBase Make() => new FileLocal();

    public override double Overridden() => 2;
}
