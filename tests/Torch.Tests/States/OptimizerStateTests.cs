using TorchSharp.Modules;

namespace Research.Torch.Tests.States;

public class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Makers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1, 0.9, 0.1),
        ["Adam"] = p => optim.Adam(p, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p),
        ["RMSProp"] = p => optim.RMSProp(p, momentum: 0.5, centered: true),
    };

    public static TheoryData<string> Names => new(Makers.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_loaded_state_continues_to_the_same_bits(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] whole = Start();
        using OptimizerHelper first = Makers[name](whole);
        Run(whole, first, 0, 3);
        byte[] saved = Saved(first);
        Parameter[] resumed = [.. whole.Select(value => value.detach().clone().AsParameter())];
        using OptimizerHelper second = Makers[name](resumed);
        second.ParamGroups.First().LearningRate = 77;
        Load(second, saved);
        Run(whole, first, 3, 6);
        Run(resumed, second, 3, 6);
        Assert.Equal(whole.SelectMany(Values), resumed.SelectMany(Values));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_cut_off_anywhere_says_so_and_changes_nothing(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] parameters = Start();
        using OptimizerHelper optimizer = Makers[name](parameters);
        Run(parameters, optimizer, 0, 2);
        byte[] saved = Saved(optimizer);
        Run(parameters, optimizer, 2, 4);
        byte[] later = Saved(optimizer);
        for (int length = 0; length < saved.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Load(optimizer, saved[..length]));
        }

        Assert.Equal(later, Saved(optimizer));
    }

    [Fact]
    public void A_state_for_other_shapes_names_them()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] parameters = Start();
        using OptimizerHelper optimizer = Makers["Adam"](parameters);
        Run(parameters, optimizer, 0, 1);
        using OptimizerHelper other = Makers["Adam"]([zeros(50, 60).AsParameter(), zeros(4).AsParameter()]);
        string message = Assert.Throws<InvalidDataException>(() => Load(other, Saved(optimizer))).Message;
        Assert.Contains("[50, 60]", message, StringComparison.Ordinal);
        Assert.Contains("[2, 3]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_other_groups_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        using OptimizerHelper one = Makers["Adam"](Start());
        using OptimizerHelper two = optim.Adam([new Adam.ParamGroup(Start()), new Adam.ParamGroup(Start())]);
        Assert.Contains(
            "groups",
            Assert.Throws<InvalidDataException>(() => Load(two, Saved(one))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Groups_have_learning_rates_of_their_own()
    {
        using DisposeScope scope = NewDisposeScope();
        (Parameter a, Parameter b) = (ones(1).AsParameter(), ones(1).AsParameter());
        using SGD optimizer = optim.SGD(
            [new SGD.ParamGroup([a], new SGD.Options { LearningRate = 0.5 }), new SGD.ParamGroup([b], new SGD.Options())],
            0.1
        );
        (a + b).sum().backward();
        optimizer.step();
        Assert.Equal([0.5f, 0.9f], [a.item<float>(), b.item<float>()]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_learning_rate_that_is_set_holds_from_the_next_step(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] parameters = Start();
        float[] before = [.. parameters.SelectMany(Values)];
        using OptimizerHelper optimizer = Makers[name](parameters);
        optimizer.ParamGroups.First().LearningRate = 0;
        Run(parameters, optimizer, 0, 1);
        Assert.Equal(before, parameters.SelectMany(Values));
        optimizer.ParamGroups.First().LearningRate = 0.1;
        Run(parameters, optimizer, 1, 2);
        Assert.All(before.Zip(parameters.SelectMany(Values)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void A_step_runs_its_closure_with_gradients_on()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter p = ones(1).AsParameter();
        using SGD optimizer = optim.SGD([p], 0.1);
        using (no_grad())
        {
            Tensor? loss = optimizer.step(() =>
            {
                Tensor square = (p * p).sum();
                square.backward();
                return square;
            });
            Assert.Equal(1, loss!.item<float>());
        }

        Assert.Equal(0.8f, p.item<float>());
        Assert.True(p is { is_leaf: true, requires_grad: true });
    }

    private static Parameter[] Start()
    {
        manual_seed(4);
        return [randn(2, 3).AsParameter(), randn(4).AsParameter()];
    }

    private static void Run(Parameter[] parameters, OptimizerHelper optimizer, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            manual_seed(100 + step);
            foreach (Parameter parameter in parameters)
            {
                parameter.grad = randn(parameter.shape);
            }

            optimizer.step();
        }
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Load(OptimizerHelper optimizer, byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        optimizer.load_state_dict(reader);
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
