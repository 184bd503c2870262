/** 512 short English words, chosen to be told apart when read aloud: nine bits each. */
export const passphraseWords: readonly string[] = `
  able acid acorn actor adobe agate aisle album alder algae alley almond alpine amber anchor angle ankle anvil
  apple apron arbor arch arena armor aroma arrow ashen aspen atlas attic autumn avenue badge bagel baker bamboo
  banjo barge barley barn basil basin basket beacon beaver bench berry birch bishop bison blanket blaze bloom blue
  board boat bonnet border bottle bough boulder bowl branch brass bread breeze brick bridge brisk bronze brook
  broom brush bucket buckle bugle cabin cable cactus camel canal candle canoe canvas canyon caper carbon cargo
  carol carpet carrot castle cedar cellar chalk charm cherry chest chime cider cinder circle citrus clay cliff
  clock cloth cloud clover coast cobalt cocoa comet compass copper coral cork cotton cradle crane crater cricket
  crown crystal cube current curtain cycle cypress dagger dairy daisy dance dawn decade delta denim desert dome
  donkey drift drum dune eagle early earth easel echo eclipse elbow elder elm ember emerald empire engine envoy
  epoch errand estate evening fable falcon fancy feast feather fence fennel fern ferry fiber fiddle field fig
  filter finch flame flask fleet flint flora flute foam folio forest forge fossil fox frame frost fruit gadget
  gale gallop garden garlic garnet gate gazelle geyser ginger glacier glade glass globe glove goat gold gondola
  gourd grain granite grape gravel green grove guitar gull hammer harbor harp harvest hatch haven hazel hearth
  hedge helmet heron hickory hill hinge holly honey hood horizon hornet hotel icicle igloo indigo inlet iris iron
  island ivory ivy jacket jade jaguar jasmine jelly jewel jigsaw journal juniper kayak kelp kernel kettle kindle
  kingdom kitchen kite kiwi knight ladder lagoon lake lamp lantern lapis larch lark latch laurel lava lawn leaf
  ledge lemon lentil lever lilac lily linen lion lizard lobby locket lodge loom lotus lunar lynx magnet maple
  marble marina market marsh mason meadow medal melon merlin mesa mill mimosa mint mirror mist mitten moat mocha
  monsoon moose mosaic moss motor museum mustard nectar needle nest nettle nickel noble nomad north nutmeg oak
  oasis oat oboe ocean ochre olive onion onyx opal orbit orchard orchid otter outpost owl oxide oyster paddle
  palace palm panda panther paper parade parcel parsley pasture patio pebble pecan pelican pencil pepper petal
  piano picnic pigeon pillow pine pioneer pixel planet plank plaza plum pocket polar pollen pond poplar poppy
  porch portal potter prairie prism pulley pumice puzzle quail quarry quartz quill quilt quiver rabbit radar
  radish raft rain ranch raven ravine reed reef relay ribbon ridge river robin rocket rose rowan ruby rudder
  saddle saffron sage sail salmon sand sapling satin saucer scarf school scout season seed shadow shell shelter
  shore silk silver sketch slate sled slope smoke snow solar sparrow spice spiral spring spruce square squash
  stable stage star steam stone storm straw stream summit sunny swan tablet talon tango tartan temple tent ticket
  tiger timber toast token topaz torch tower trail tulip tundra tunnel turnip turtle tweed twig umber upland urban
  valley vault velvet vessel viola violet vista voyage waffle wagon walnut walrus water wave wheat willow window
  winter wolf wool yarrow zebra zenith zephyr zinc
`
  .trim()
  .split(/\s+/)
