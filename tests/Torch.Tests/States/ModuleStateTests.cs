using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Research.Torch.Tests.States;

public class ModuleStateTests
{
    [Fact]
    public void What_was_saved_is_what_is_loaded()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = Net();
        net.call(randn([3, 2, 6, 6])); // moves the running statistics
        using Sequential other = Net();
        other.load(new MemoryStream(Saved(net)));
        Assert.Equal(net.state_dict().Keys, other.state_dict().Keys);
        foreach ((string name, Tensor value) in net.state_dict())
        {
            Assert.Equal(Compare.Numbers(value), Compare.Numbers(other.state_dict()[name]));
        }
    }

    [Fact]
    public void Names_are_PyTorchs()
    {
        using Sequential net = Net();
        string[] expected =
        [
            "0.weight",
            "0.bias",
            "1.weight",
            "1.bias",
            "3.weight",
            "3.bias",
            "1.running_mean",
            "1.running_var",
            "1.num_batches_tracked",
        ];
        Assert.Equal(expected.Order(), net.state_dict().Keys.Order());
    }

    [Fact]
    public void A_file_cut_off_anywhere_says_so_and_changes_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = Net();
        using Sequential other = Net();
        byte[] whole = Saved(net);
        double[] before = Compare.Numbers(other.state_dict()["0.weight"]);
        for (int length = 0; length < whole.Length; length += 7)
        {
            var error = Assert.Throws<InvalidDataException>(() => other.load(new MemoryStream(whole[..length])));
            Assert.Contains("ends within", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Compare.Numbers(other.state_dict()["0.weight"]));
    }

    [Fact]
    public void A_damaged_file_never_asks_for_more_memory_than_it_has_bytes()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = Net();
        byte[] whole = Saved(net);
        var rng = Research.Numerics.Rng.For(1, "damage");
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. whole];
            damaged[rng.NextInt(40)] ^= (byte)(1 << rng.NextInt(8));
            try
            {
                using Sequential other = Net();
                other.load(new MemoryStream(damaged));
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void All_names_that_differ_are_named()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = Net();
        Dictionary<string, Tensor> state = net.state_dict();
        state.Remove("0.bias");
        state.Remove("1.weight");
        state.Add("9.weight", zeros(1));
        string message = Assert.Throws<ArgumentException>(() => net.load_state_dict(state)).Message;
        Assert.All(["0.bias", "1.weight", "9.weight"], name => Assert.Contains(name, message, StringComparison.Ordinal));
        (IList<string> missing, IList<string> unexpected) = net.load_state_dict(state, strict: false);
        Assert.Equal(["0.bias", "1.weight"], missing.Order());
        Assert.Equal(["9.weight"], unexpected);
    }

    [Fact]
    public void All_shapes_and_types_that_differ_are_named_and_nothing_is_loaded()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = Net();
        Dictionary<string, Tensor> state = net.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone());
        state["0.bias"] = zeros(7);
        state["3.weight"] = zeros([10, 64], dtype: ScalarType.Int64);
        state["0.weight"].fill_(9f);
        string message = Assert.Throws<ArgumentException>(() => net.load_state_dict(state)).Message;
        Assert.Contains("0.bias is Float32 [4], saved as Float32 [7]", message, StringComparison.Ordinal);
        Assert.Contains("3.weight is Float32 [10, 64], saved as Int64 [10, 64]", message, StringComparison.Ordinal);
        Assert.DoesNotContain(9, Compare.Numbers(net.state_dict()["0.weight"]));
    }

    [Fact]
    public void A_file_on_disk_and_skipped_names()
    {
        using DisposeScope scope = NewDisposeScope();
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using Sequential net = Net();
            net.save(file);
            using Sequential other = Net();
            double[] kept = Compare.Numbers(other.state_dict()["0.weight"]);
            var loaded = new Dictionary<string, bool>();
            other.load(file, skip: ["0.weight"], loadedParameters: loaded);
            Assert.Equal(kept, Compare.Numbers(other.state_dict()["0.weight"]));
            Assert.Equal(Compare.Numbers(net.state_dict()["3.weight"]), Compare.Numbers(other.state_dict()["3.weight"]));
            Assert.Equal(net.state_dict().Keys.Order(), loaded.Keys.Order());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Fields_of_a_users_module_are_registered_by_their_names()
    {
        using var own = new Own();
        string[] expected = ["_first.bias", "_first.weight", "_scale", "table", "_count"];
        Assert.Equal(expected.Order(), own.state_dict().Keys.Order());
        own.eval();
        Assert.False(own.First.training);
    }

    private static Sequential Net() => Sequential(Conv2d(2, 4, 3), BatchNorm2d(4), Flatten(), Linear(64, 10));

    private static byte[] Saved(nn.Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }

#pragma warning disable CA2213 // the module disposes of what it registered
    private sealed class Own : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _first = Linear(2, 2);
        private readonly Parameter _scale = ones(1).AsParameter();
        private readonly Tensor _count = tensor(0L);

        [TorchSharp.Utils.ComponentName(Name = "table")]
        private readonly Tensor _hidden = zeros(2);

        public Own()
            : base(nameof(Own)) => RegisterComponents();

        public Linear First => _first;

        public override Tensor forward(Tensor input) => (_first.call(input) * _scale) + _hidden + _count;
    }
}
